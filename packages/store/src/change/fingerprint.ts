/** Hashes for the audit trail. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** A fresh salt: with it a hash proves a text, and without it, once erased, the hash says nothing. */
export const newSalt = (): string => bytesToHex(crypto.getRandomValues(new Uint8Array(16)));

export const saltedHash = (salt: string, text: string): string => sha256Hex(`${salt}:${text}`);

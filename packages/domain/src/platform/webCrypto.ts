/** Web Crypto, which every platform has; declared, because the build knows no platform. */
declare const crypto: {
  readonly getRandomValues: (bytes: Uint8Array) => Uint8Array;
  readonly subtle: {
    readonly digest: (algorithm: "SHA-256", bytes: Uint8Array) => Promise<ArrayBuffer>;
  };
};
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array };

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export const randomBytes = (count: number): Uint8Array =>
  crypto.getRandomValues(new Uint8Array(count));

export const sha256Hex = async (text: string): Promise<string> =>
  hexOf(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));

const base64UrlDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A secret that cannot be guessed: 43 characters that may stand in an address, 258 random bits. */
export const randomToken = (): string =>
  Array.from(randomBytes(43), (byte) => base64UrlDigits[byte & 63]).join("");

import { assert, describe, it } from "@effect/vitest";
import { decodeFile } from "../../src/text/decodeFile.ts";

const text = "First Name\nZoë 🦊 €";
const utf8 = new TextEncoder().encode(text);

const utf16 = (littleEndian: boolean): Uint8Array => {
  const marked = `\uFEFF${text}`;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at++) {
    view.setUint16(at * 2, marked.charCodeAt(at), littleEndian);
  }
  return new Uint8Array(view.buffer);
};

const codeOf = (bytes: Uint8Array) => {
  const decoded = decodeFile(bytes);
  return typeof decoded === "string" ? decoded : decoded.code;
};

describe("the bytes of a file", () => {
  it.each([
    ["UTF-8", utf8],
    ["UTF-8 with byte order mark", Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8)],
    ["UTF-16, little end first", utf16(true)],
    ["UTF-16, big end first", utf16(false)],
  ])("may be %s", (_, bytes) => {
    assert.strictEqual(decodeFile(bytes), text);
  });

  it("are Windows-1252 when they are not valid UTF-8", () => {
    assert.strictEqual(decodeFile(Uint8Array.of(0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x93)), "Zoë €“");
  });

  it("are read where a view starts, not where its buffer does", () => {
    const padded = Uint8Array.of(0xff, 0xfe, ...utf8);
    assert.strictEqual(decodeFile(padded.subarray(2)), text);
  });

  it("are refused when there are none", () => {
    assert.strictEqual(codeOf(new Uint8Array()), "empty-file");
  });

  it("are refused when they are an archive, with what to do", () => {
    const decoded = decodeFile(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14));
    assert.deepInclude(decoded, { _tag: "Unreadable", code: "not-a-contacts-file" });
    assert.include(typeof decoded === "string" ? "" : decoded.message, "Unpack");
  });

  it("are refused when they are not text", () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00);
    assert.strictEqual(codeOf(png), "not-a-contacts-file");
  });
});

/** Quoted-printable text (RFC 2045), in which vCard 2.1 writes what is not ASCII. */

/** Undefined when it is not written properly, or in an alphabet that is not known. */
export const quotedPrintable = (value: string, charset: string): string | undefined => {
  const decoder = decoderOf(charset);
  if (decoder === undefined || /=(?![\dA-F]{2})/i.test(value)) return undefined;
  const bytes = new Uint8Array(3 * value.length);
  let length = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === equalsSign) {
      bytes[length++] = Number.parseInt(value.slice(at + 1, at + 3), 16);
      at += 2;
    } else if (code < 0x80) {
      bytes[length++] = code;
    } else {
      // Not encoded, though it should be: as it stands, in what is most often meant.
      const character = String.fromCodePoint(value.codePointAt(at) ?? 0);
      length += encoder.encodeInto(character, bytes.subarray(length)).written;
      at += character.length - 1;
    }
  }
  try {
    return decoder.decode(bytes.subarray(0, length));
  } catch {
    return undefined;
  }
};

const equalsSign = 0x3d;
const encoder = new TextEncoder();

const decoderOf = (charset: string) => {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return undefined;
  }
};

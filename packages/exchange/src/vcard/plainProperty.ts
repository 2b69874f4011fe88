/** Properties as the parser takes them: those of vCard 2.1 in the spelling of vCard 3.0. */
import { quotedPrintable } from "./quotedPrintable.ts";

type Parts = { readonly parameters: ReadonlyArray<string>; readonly value: string };

/** Undefined when its text cannot be decoded. */
export const plainProperty = (property: string): string | undefined => {
  const { parameters, value } = partsOf(property);
  const [name = "", ...said] = parameters;
  const encoded = said.some((parameter) => /^(?:ENCODING=)?QUOTED-PRINTABLE$/i.test(parameter));
  const charset = said.map((parameter) => /^CHARSET=(.+)$/i.exec(parameter)?.[1]).find(Boolean);
  const text = encoded ? decoded(value, charset ?? "utf-8") : value;
  if (text === undefined) return undefined;
  const plain = inParts.test(name) ? text : withoutNeedlessEscapes(text);
  const kept = said.filter((parameter) => !aboutEncoding.test(parameter)).map(withName);
  return `${[name, ...kept].join(";")}:${plain}`;
};

/** A semicolon parts these, so there it is escaped when it is a sign of the text. */
const inParts = /^(?:.*\.)?(?:N|ORG)$/i;

/** Apple escapes signs that part nothing, and ical.js would leave the escape in the text. */
const withoutNeedlessEscapes = (text: string): string =>
  text.replace(/\\(.)/g, (escaped, sign: string) => (/[;:]/.test(sign) ? sign : escaped));

const aboutEncoding = /^(?:CHARSET=.*|(?:ENCODING=)?(?:QUOTED-PRINTABLE|8BIT|7BIT))$/i;

/** `TEL;CELL` says the type without its name. */
const withName = (parameter: string): string =>
  parameter.includes("=") ? parameter : `TYPE=${parameter}`;

/** Up to the first colon outside quotes, parted at each semicolon outside quotes. */
const partsOf = (property: string): Parts => {
  const parameters: Array<string> = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < property.length; at++) {
    const sign = property[at];
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === ";" || sign === ":")) {
      parameters.push(property.slice(start, at));
      start = at + 1;
      if (sign === ":") return { parameters, value: property.slice(start) };
    }
  }
  return { parameters: [...parameters, property.slice(start)], value: "" };
};

/** What was a sign of the text is one afterwards, and what parted the text still parts it. */
const decoded = (value: string, charset: string): string | undefined => {
  const texts = value.split(";").map((text) => quotedPrintable(text, charset));
  return texts.some((text) => text === undefined)
    ? undefined
    : texts.map((text) => escaped(text ?? "")).join(";");
};

const escaped = (text: string): string =>
  text.replace(/[\\,;]/g, String.raw`\$&`).replace(/\r\n?|\n/g, String.raw`\n`);

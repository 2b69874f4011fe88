/** Where a press on an address leads. */

export const mailtoOf = (email: string): string => `mailto:${encodeURIComponent(email)}`;

/** A number as a phone takes it: what stands after a comma or a letter is for people. */
export const telOf = (phone: string): string =>
  `tel:${phone.replace(/[a-zA-Z,;].*$/, "").replace(/[^\d+*]/g, "")}`;

const EMAIL =
  /(?<![^\s@<>()[\],;:"])[^\s@<>()[\],;:"]+(?:[@＠]|%40)[\p{N}.-]*\p{L}[\p{L}\p{N}.-]*/giu;

export const MASKED_EMAIL = "[e-mail hidden]";

/** The text without its e-mail addresses. A package's version, `orm@3.2.0`, is none. */
export function maskEmails(text: string): string {
  return text.replace(EMAIL, MASKED_EMAIL);
}

/** The e-mail addresses in a text, each once. */
export const emailsIn = (text: string) => [
  ...new Set([...text.matchAll(EMAIL)].map(([address]) => address.replace(/\.+$/, ""))),
];

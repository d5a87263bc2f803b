const SIGNS = [
  /^ {0,3}#{1,6} \S/m, // a heading
  /^ {0,3}([-*+]|\d{1,9}[.)]) \S.*\n {0,3}([-*+]|\d{1,9}[.)]) \S/m, // two items of a list
  /^ {0,3}[-*+] \[[ xX]\] /m, // a task
  /^ {0,3}(```|~~~)/m, // code
  /^ {0,3}> \S/m, // a quote
  /^ *\|? *:?-{3,}:? *\|/m, // the line below a table's head
  /\[[^\]\n]+\]\([^)\s]+\)/, // a link
  /\*\*\S[^\n]*\S\*\*/, // bold
  /`[^`\n]+`/, // code in a line
];

/** True where a plain text was most likely written as Markdown. */
export function looksLikeMarkdown(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}

/** A drafted text as one reads it: without the addresses of its links, marks and escapes. */
export function readable(markdown: string): string {
  return markdown
    .replace(/^```([a-z-]+)\n```$/gm, (_, kind: string) => `(live block: ${kind})`)
    .replace(/\[([^[\]\n]+)\]\([^()\s]*\)/g, "$1")
    .replace(/\*\*([^*\n]+)\*\*/g, "$1")
    .replace(/^> /gm, "")
    .replace(/^- /gm, "• ")
    .replace(/(?<!\\)`/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

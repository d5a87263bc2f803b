const CONTROL = /[^\P{Cc}\t\n]/u;

/** True for text that a record may hold: whole characters, and of the controls only tab and line feed. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !CONTROL.test(text);
}

/** Line ends as records have them; browsers send a form's with a carriage return. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

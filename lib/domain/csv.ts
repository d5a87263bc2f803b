type Cell = string | number | null;

/** Rows as a CSV file: RFC 4180, with a mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: Cell[][]): string =>
  `\ufeff${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`;

/** A text that a spreadsheet could take for a formula gets an apostrophe, with which it stays a text. */
function cellOf(cell: Cell): string {
  if (cell === null || typeof cell === "number") return String(cell ?? "");
  const text = /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

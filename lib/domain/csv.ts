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

/**
 * The rows of a CSV text: RFC 4180, with any line ends, and with commas or semicolons between cells,
 * whichever its first line has more of. Empty lines are left out.
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const separator = separatorOf(text);
  const endCell = () => {
    row.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one !== "")) rows.push(row);
    row = [];
  };
  for (let i = text.startsWith("\ufeff") ? 1 : 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (isQuoted && sign === '"' && text.charAt(i + 1) === '"') {
      cell += sign;
      i += 1;
    } else if (sign === '"' && (isQuoted || cell.trim() === "")) isQuoted = !isQuoted;
    else if (isQuoted) cell += sign;
    else if (sign === separator) endCell();
    else if (sign === "\n" || sign === "\r") endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}

function separatorOf(text: string): string {
  const [first = ""] = text.split(/[\r\n]/, 1);
  return first.split(";").length > first.split(",").length ? ";" : ",";
}

/** The first letters of a name's first and last word: `AL` for Ada Lovelace. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words.at(0), words.length > 1 ? words.at(-1) : ""]
    .map((word = "") => [...word][0]?.toUpperCase() ?? "")
    .join("");
}

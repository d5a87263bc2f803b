/** The form in which aliases are kept and compared. */
export function aliasKey(text: string): string {
  return text.trim().toLowerCase();
}

export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim());
}

/**
 * The person whom an e-mail address probably means, by its local part: a first name, first and last
 * name in either order, one of them shortened to its initial, or the initials. A local part that fits
 * several people, or none, gives no proposal.
 */
export function proposePerson(email: string, names: string[]): string | undefined {
  const [local = ""] = email.split("@");
  const [handle = ""] = local.split("+");
  const wanted = letters(handle);
  const fitting = names.filter((name) => wanted !== "" && handlesOf(name).has(wanted));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function handlesOf(name: string): Set<string> {
  const parts = name
    .split(/[\s.-]+/)
    .map(letters)
    .filter(Boolean);
  const [first = "", ...others] = parts;
  const last = others.at(-1);
  if (last === undefined) return new Set([first]);
  const [f, l] = [first.slice(0, 1), last.slice(0, 1)];
  const initials = parts.map((part) => part.slice(0, 1)).join("");
  return new Set([
    first,
    parts.join(""),
    first + last,
    last + first,
    f + last,
    first + l,
    last + f,
    initials,
  ]);
}

/** Letters and digits alone, in lower case and without accents: "José-Luis" → "joseluis". */
function letters(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

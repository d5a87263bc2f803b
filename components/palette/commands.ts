import { JUMPS } from "@/components/shell/shortcut-keys";

export type Place = { href: string; label: string };
export type Command = { id: string; label: string; keys: string; run: () => void };

/** The commands whose label has every word that was typed, or the beginning of it. */
export function commandsFor<Item extends { label: string }>(
  commands: Item[],
  typed: string,
): Item[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label }) => {
    const own = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => own.some((part) => part.startsWith(word)));
  });
}

/** Where one can go: what has a key, and the header's other places. */
export function placesWithKeys(places: Place[], canDeclare: boolean): (Place & { keys: string })[] {
  const jumps = Object.entries(JUMPS)
    .filter(([keys]) => keys !== "c" || canDeclare)
    .map(([keys, jump]) => ({ ...jump, keys }));
  const others = places
    .filter(({ href }) => jumps.every((jump) => jump.href !== href))
    .map(({ href, label }) => ({ href, label: `Go to ${label.toLowerCase()}`, keys: "" }));
  return [...jumps, ...others];
}

/** `g i` for people: `G I`. */
export const shownKeys = (keys: string): string[] =>
  keys.split(" ").flatMap((key) => (key === "" ? [] : key.length === 1 ? key.toUpperCase() : key));

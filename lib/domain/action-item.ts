/** What people write in an action item's form. A missing text means that there is none. */
export type ActionItemText = {
  title: string;
  owner?: string | undefined;
  priority?: string | undefined;
  type?: string | undefined;
  deadline?: string | undefined;
};

/**
 * What a field holds after someone saved a form: the typed text on one line, or what stood there, to
 * the letter, where the two say the same. So a save changes only what the person changed.
 */
export function edited(current: string | null, typed = ""): string | null {
  const text = tidy(typed);
  return text === tidy(current ?? "") ? current : text || null;
}

function tidy(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

const LONGEST_TITLE = 200;

/** A title that a passage of text proposes: one line, cut between words where it is long. */
export function titleFrom(text: string): string {
  const characters = Array.from(tidy(text));
  if (characters.length <= LONGEST_TITLE) return characters.join("");
  const end = characters.lastIndexOf(" ", LONGEST_TITLE);
  return characters.slice(0, end > 0 ? end : LONGEST_TITLE).join("");
}

/** A field that someone else changed since its writer saw it. */
export type Collision = { label: string; before: string; after: string };

/** What collided, for the writer: the field, what stands there now, and what they wrote. */
export function collidedText(collided: Collision[]): string {
  const sentences = collided.map(
    ({ label, before, after }) =>
      `${label} now says ${quoted(before)}, you wrote ${quoted(after)}.`,
  );
  return `Someone else was faster. ${sentences.join(" ")} Yours is kept here: save again to put it in place.`;
}

const LONGEST = 120;

/** A text as a part of a sentence: on one line, cut where it is long. */
export function brief(text: string, empty: string): string {
  const line = text.replaceAll(/\n */g, ", ");
  const characters = Array.from(line.slice(0, 2 * LONGEST + 2));
  if (characters.length > LONGEST) return `${characters.slice(0, LONGEST - 1).join("")}…`;
  return line === "" ? empty : line;
}

const quoted = (text: string) => (text === "" ? "nothing" : `“${brief(text, "")}”`);

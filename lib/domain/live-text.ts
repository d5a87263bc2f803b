/** The name of the shared fragment that is a postmortem's text. */
export const TEXT_NAME = "text";

/** The most bytes that one change may have: a whole text, with what came and went in it. */
export const MOST_CHANGE_BYTES = 1024 * 1024;
export const MOST_AWARENESS_BYTES = 2048;

/** Beyond this many bytes a document remembers too much that was deleted. */
export const MOST_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** The longest state vector that fits an address; without one all of the text is sent. */
export const LONGEST_VECTOR = 6000;

/** Who a caret belongs to. `hue` numbers the colour, for style sheets. */
export type Writer = { name: string; color: string; hue: number };

const CARET_COLORS = [
  "#1d4ed8",
  "#b45309",
  "#047857",
  "#7c3aed",
  "#be123c",
  "#0e7490",
  "#4d7c0f",
  "#a21caf",
] as const;

/** Everybody has one colour in every postmortem. */
export function writerOf({ userId, name }: { userId: number; name: string }): Writer {
  const hue = userId % CARET_COLORS.length;
  return { name, color: CARET_COLORS[hue] ?? CARET_COLORS[0], hue };
}

/** What each event of a text's stream carries; bytes are base64. */
export type TextEvents = {
  /** All that the reader's state vector lacks, and what the portal has. */
  sync: { live: string; update: string; vector: string; writer: Writer };
  update: { update: string };
  awareness: { update: string };
  /** A revision was kept, or the review has gone on. */
  revised: { version: number; state: string };
  /** There is no more live text here for this reader. */
  gone: { reason: string };
  beat: unknown;
  "signed-out": unknown;
  bye: unknown;
};

export type TextEvent = {
  [Type in keyof TextEvents]: { type: Type; data: TextEvents[Type] };
}[keyof TextEvents];

/** How the portal answers a change that was kept. */
export type Accepted = { savedAt: number };

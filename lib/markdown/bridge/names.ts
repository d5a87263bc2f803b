export const ALERTS = ["note", "tip", "important", "warning", "caution"] as const;
export type Alert = (typeof ALERTS)[number];

export const LIVE_KINDS = ["timeline", "action-items", "metrics", "impact"] as const;
export type LiveKind = (typeof LIVE_KINDS)[number];

export const ALIGNMENTS = ["left", "center", "right"] as const;

/** The name among `names` that a text is; `null` when it is none of them. */
export function oneOf<Name extends string>(names: readonly Name[], text: unknown): Name | null {
  return names.find((name) => name === text) ?? null;
}

/** Why nothing can be stored: the disk has no room, cannot be written, fails, or the primary is out of reach. */
export type TroubleKind = "full" | "read-only" | "failing" | "primary";

export type Trouble = { kind: TroubleKind; since: number };

/** What keeps a write out, by the code of its error; `undefined` for an error that is not the storage's. */
export function troubleKindOf(code: string): TroubleKind | undefined {
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(code)) return "full";
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN)|^EROFS$/.test(code)) return "read-only";
  if (/^SQLITE_IOERR|^EIO$/.test(code)) return "failing";
  return undefined;
}

const REASONS: Record<TroubleKind, string> = {
  full: "The portal’s disk is full",
  "read-only": "The portal’s disk cannot be written",
  failing: "The portal’s disk does not answer as it should",
  primary: "The main database cannot be reached",
};

/** Why, as the banner begins. */
export const troubleReason = ({ kind }: Pick<Trouble, "kind">) => REASONS[kind];

/** For whoever wanted to change something. */
export const sayTrouble = (trouble: Pick<Trouble, "kind">) =>
  `${troubleReason(trouble)}, so nothing was changed. Reading works. Keep what you typed, and try again in a minute.`;

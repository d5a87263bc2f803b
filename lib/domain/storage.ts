/** Why nothing can be stored: the disk has no room, cannot be written, fails, or the primary is out of reach. */
export type TroubleKind = "full" | "read-only" | "failing" | "primary";

export type Trouble = { kind: TroubleKind; since: number };

/** What keeps a write out, by the code of its error; `undefined` for an error that is not the storage's. */
export function troubleKindOf(code: string): TroubleKind | undefined {
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(code)) return "full";
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN)|^EROFS$/.test(code)) return "read-only";
  if (/^SQLITE_IOERR|^EIO$/.test(code)) return "failing";
  if (/^PRIMARY_/.test(code)) return "primary";
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

/** What a write has whose answer went missing: it may have been done. */
export const UNSURE_CODE = "PRIMARY_UNSURE";

export const UNSURE_WORDS =
  "The main database went away while this was being saved. Look whether it was before you send it again.";

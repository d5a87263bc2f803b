import { UnwritableError } from "@/lib/domain/error";
import { sayTrouble, type Trouble, type TroubleKind } from "@/lib/domain/storage";
import { log } from "@/lib/log";

declare global {
  var musterStorageTrouble: Trouble | undefined;
}

/** What keeps this process from storing anything, if something does. Bundles meet on `globalThis`. */
export const storageTrouble = (): Trouble | undefined => globalThis.musterStorageTrouble;

/** Throws the words for whoever wants to change something while nothing can be stored. */
export function assertStorable(): void {
  const trouble = storageTrouble();
  if (trouble) throw new UnwritableError(sayTrouble(trouble));
}

/** Notes that a write failed for this reason, and since when. */
export function noteTrouble(kind: TroubleKind, cause: unknown, now = Date.now()): void {
  const since = storageTrouble()?.since ?? now;
  if (storageTrouble()?.kind !== kind) log.error({ err: cause, kind }, "nothing can be stored");
  globalThis.musterStorageTrouble = { kind, since };
}

/** Notes that a write succeeded, or was found to. */
export function noteStored(): void {
  if (!storageTrouble()) return;
  log.warn("what is written is stored again");
  globalThis.musterStorageTrouble = undefined;
}

import type { DiskReserve } from "@/lib/disk-reserve";
import { UnwritableError } from "@/lib/domain/error";
import type { TroubleKind } from "@/lib/domain/storage";
import { noteStored, storageTrouble } from "@/lib/storage";

type Watched = {
  reserve: DiskReserve;
  /** Writes something that changes nothing; throws where it cannot be stored. */
  tryToWrite: () => void;
  /** Tells open pages that storing became impossible, or possible again. */
  tell: () => void;
};

/**
 * One look after the storage, to be taken again and again: it keeps the reserve, gives it up when the disk is
 * full, and finds out by itself when what was wrong is over.
 */
export function storageWatch({ reserve, tryToWrite, tell }: Watched): () => void {
  let told: TroubleKind | undefined;

  return () => {
    const trouble = storageTrouble();
    if (!trouble) reserve.hold();
    else if (isOver(trouble.kind)) noteStored();

    const kind = storageTrouble()?.kind;
    if (kind === told) return;
    told = kind;
    tell();
  };

  function isOver(kind: TroubleKind): boolean {
    if (kind === "full") {
      reserve.giveUp();
      if (!reserve.hasRoom()) return false;
    }
    try {
      tryToWrite();
      return true;
    } catch (error) {
      if (error instanceof UnwritableError) return false;
      throw error;
    }
  }
}

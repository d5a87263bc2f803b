import { rewriteSomething } from "@/db/mutations/storage";
import { diskReserve } from "@/lib/disk-reserve";
import { env } from "@/lib/env";
import { every, type End } from "@/lib/outbox/every";
import { storageWatch } from "@/lib/storage-watch";

declare global {
  var musterStorageWatch: End | undefined;
}

const LOOK_EVERY = 1000;

/** Looks after the storage until this process ends. */
export function startStorageWatch(): void {
  globalThis.musterStorageWatch ??= every(
    LOOK_EVERY,
    storageWatch({
      reserve: diskReserve(env().dataDir),
      tryToWrite: rewriteSomething,
      tell: () => globalThis.musterHub?.refresh(),
    }),
  );
}

import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { randomFillSync } from "node:crypto";
import { join } from "node:path";

const MB = 1024 * 1024;
const LARGEST = 16 * MB;
/** Of a small disk the reserve takes no more than this part. */
const PART = 1 / 8;

/**
 * A file that does nothing but hold room. It is given up when the disk is full, so that people can still sign in
 * and alerts still arrive; it is held again once there is room for it and some more.
 */
export function diskReserve(folder: string) {
  const file = join(folder, "reserve");

  function room() {
    const { bsize, blocks, bavail } = statfsSync(folder);
    return { size: Math.floor(Math.min(LARGEST, bsize * blocks * PART)), free: bsize * bavail };
  }

  /** Whether there is room for the reserve and some more, counting what it holds already. */
  function hasRoom(): boolean {
    const { size, free } = room();
    return free >= size / 4 + (existsSync(file) ? 0 : size);
  }

  function hold(): void {
    if (existsSync(file) || !hasRoom()) return;
    write(file, room().size);
  }

  return { hasRoom, hold, giveUp: () => rmSync(file, { force: true }) };
}

export type DiskReserve = ReturnType<typeof diskReserve>;

/** Random bytes take the room that they say, also where the file system compresses. */
function write(file: string, size: number): void {
  const handle = openSync(file, "w", 0o600);
  try {
    const piece = randomFillSync(Buffer.alloc(Math.min(size, MB)));
    for (let left = size; left > 0; left -= piece.length) {
      writeSync(handle, piece, 0, Math.min(left, piece.length));
    }
    fsyncSync(handle);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Waits until the disk has a file, or the names in a folder. */
export function toDisk(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives a finished file its name: a reader finds all of it or none, also after a power cut. */
export function putInPlace(draft: string, path: string): void {
  toDisk(draft);
  renameSync(draft, path);
  toDisk(dirname(path));
}

/** Writes a small file whole, for its owner alone. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.draft`;
  try {
    writeFileSync(draft, text, { mode: 0o600 });
    putInPlace(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

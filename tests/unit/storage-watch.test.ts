import { mkdtempSync, existsSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { diskReserve } from "@/lib/disk-reserve";
import { UnwritableError } from "@/lib/domain/error";
import { noteTrouble, storageTrouble } from "@/lib/storage";
import { storageWatch } from "@/lib/storage-watch";

afterEach(() => {
  globalThis.musterStorageTrouble = undefined;
});

function makeWatch() {
  const disk = { isHeld: false, hasRoom: true, canWrite: true };
  const tell = vi.fn();
  const look = storageWatch({
    reserve: {
      hold: () => void (disk.isHeld = true),
      giveUp: () => void (disk.isHeld = false),
      hasRoom: () => disk.hasRoom,
    },
    tryToWrite: () => {
      if (!disk.canWrite) throw new UnwritableError("Not now.");
    },
    tell,
  });
  return { disk, tell, look };
}

describe("storageWatch", () => {
  test("holds the reserve while all is well, and tells nobody", () => {
    const { disk, tell, look } = makeWatch();
    look();
    expect(disk.isHeld).toBe(true);
    expect(tell).not.toHaveBeenCalled();
  });

  test("gives the reserve up when the disk is full, and tells once", () => {
    const { disk, tell, look } = makeWatch();
    look();
    noteTrouble("full", new Error("full"), 1000);
    disk.hasRoom = false;
    look();
    look();
    expect(disk.isHeld).toBe(false);
    expect(storageTrouble()).toEqual({ kind: "full", since: 1000 });
    expect(tell).toHaveBeenCalledTimes(1);
  });

  test("finds out by itself that there is room again, holds the reserve and tells", () => {
    const { disk, tell, look } = makeWatch();
    noteTrouble("full", new Error("full"));
    disk.hasRoom = false;
    look();
    disk.hasRoom = true;
    look();
    expect(storageTrouble()).toBeUndefined();
    expect(tell).toHaveBeenCalledTimes(2);
    look();
    expect(disk.isHeld).toBe(true);
  });

  test("believes only a write that succeeded", () => {
    const { disk, tell, look } = makeWatch();
    noteTrouble("read-only", new Error("read-only"));
    disk.canWrite = false;
    look();
    look();
    expect(storageTrouble()).toMatchObject({ kind: "read-only" });
    disk.canWrite = true;
    look();
    expect(storageTrouble()).toBeUndefined();
    expect(tell).toHaveBeenCalledTimes(2);
  });

  test("hides no other failure of the write that it tries", () => {
    noteTrouble("failing", new Error("failing"));
    const broken = storageWatch({
      reserve: { hold: vi.fn(), giveUp: vi.fn(), hasRoom: () => true },
      tryToWrite: () => {
        throw new TypeError("a bug");
      },
      tell: vi.fn(),
    });
    expect(broken).toThrow("a bug");
  });
});

describe("diskReserve", () => {
  test("is a private file of real bytes, made once and given up whole", () => {
    const folder = mkdtempSync(join(tmpdir(), "muster-reserve-"));
    const reserve = diskReserve(folder);
    reserve.hold();
    reserve.hold();
    const { size, blocks, mode } = statSync(join(folder, "reserve"));
    expect(blocks * 512).toBeGreaterThanOrEqual(size);
    expect(mode & 0o777).toBe(0o600);
    expect(reserve.hasRoom()).toBe(true);
    reserve.giveUp();
    reserve.giveUp();
    expect(existsSync(join(folder, "reserve"))).toBe(false);
    rmSync(folder, { recursive: true });
  });
});

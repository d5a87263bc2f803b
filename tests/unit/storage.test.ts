import { describe, expect, test } from "vitest";
import { sayTrouble, troubleKindOf } from "@/lib/domain/storage";

describe("troubleKindOf", () => {
  test.each([
    ["SQLITE_FULL", "full"],
    ["ENOSPC", "full"],
    ["EDQUOT", "full"],
    ["SQLITE_READONLY", "read-only"],
    ["SQLITE_READONLY_DBMOVED", "read-only"],
    ["SQLITE_CANTOPEN", "read-only"],
    ["EROFS", "read-only"],
    ["SQLITE_IOERR_FSYNC", "failing"],
    ["EIO", "failing"],
    ["PRIMARY_AWAY", "primary"],
    ["PRIMARY_UNSURE", "primary"],
  ])("knows %s as %s", (code, kind) => {
    expect(troubleKindOf(code)).toBe(kind);
  });

  test.each(["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_BUSY", "ENOENT", ""])(
    "leaves %s to whoever it concerns",
    (code) => {
      expect(troubleKindOf(code)).toBeUndefined();
    },
  );
});

describe("sayTrouble", () => {
  test("says why, that nothing was changed, and what to do", () => {
    expect(sayTrouble({ kind: "full" })).toBe(
      "The portal’s disk is full, so nothing was changed. Reading works. Keep what you typed, and try again in a minute.",
    );
  });
});

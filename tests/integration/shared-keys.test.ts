import { afterEach, describe, expect, test } from "vitest";
import { assertSharedKeys } from "@/scripts/shared-keys";
import { writeEntries } from "@/tests/support/audit";
import { freshDatabase } from "@/tests/support/database";

freshDatabase();

const own = globalThis.musterAuditKeys;
afterEach(() => {
  globalThis.musterAuditKeys = own;
});

describe("the secrets of a machine that joins others", () => {
  test("are in order on a database of its own", () => {
    expect(() => assertSharedKeys("data")).not.toThrow();
  });

  test("are in order where they are those of the others", () => {
    writeEntries(3);
    expect(() => assertSharedKeys("data")).not.toThrow();
  });

  test("are refused where they are others", () => {
    writeEntries(3);
    globalThis.musterAuditKeys = [{ id: "test", key: "some other key, of thirty-two letters" }];
    expect(() => assertSharedKeys("data")).toThrow(
      "secrets.json in data is not that of the machines that share this database. Copy theirs.",
    );
  });
});

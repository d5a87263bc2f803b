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

  test.each([1, 3])("are in order where they wrote the %i entries that are there", (count) => {
    writeEntries(count);
    expect(() => assertSharedKeys("data")).not.toThrow();
  });

  test.each([1, 3])("are refused where others wrote the %i entries that are there", (count) => {
    writeEntries(count);
    globalThis.musterAuditKeys = [{ id: "test", key: "some other key, of thirty-two letters" }];
    expect(() => assertSharedKeys("data")).toThrow(
      "secrets.json in data is not that of the machines that share this database. Copy theirs.",
    );
  });
});

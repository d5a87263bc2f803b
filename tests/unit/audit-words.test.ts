import { describe, expect, test } from "vitest";
import { deedText } from "@/lib/domain/change-text";
import { sourceFiles, textOf } from "@/tests/support/source";

const WRITTEN = /record(?:Audit|Reading)\([^"`]*?"([a-z-]+:[a-z-]+)"/g;

/** The verbs that are written where the entry is. */
const verbs = ["app", "db/mutations", "scripts"]
  .flatMap((folder) => sourceFiles(folder))
  .flatMap((file) => [...textOf(file).matchAll(WRITTEN)].map(([, verb = ""]) => verb));

describe("the audit record's verbs", () => {
  test("are all put into words", () => {
    expect(verbs.length).toBeGreaterThan(50);
    expect([...new Set(verbs)].filter((verb) => deedText(verb) === undefined)).toEqual([]);
  });
});

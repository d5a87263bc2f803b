import { describe, expect, test } from "vitest";
import {
  cellName,
  happeningsFor,
  matrixChanges,
  matrixTexts,
  type Rule,
} from "@/lib/domain/matrix";

const inside = { id: 1, isInternal: true };
const outside = { id: 2, isInternal: false };
const declared = cellName(1, "incident.declared");
const rule: Rule = { channelId: 1, happening: "incident.declared", downTo: "SEV2" };

describe("matrixTexts", () => {
  test("holds each cell that can be chosen, as it stands", () => {
    const texts = matrixTexts([inside, outside], [rule]);
    expect(texts[declared]).toBe("SEV2");
    expect(texts[cellName(1, "incident.resolved")]).toBe("");
    expect(texts[cellName(2, "incident.declared")]).toBeUndefined();
    expect(Object.keys(texts)).toHaveLength(happeningsFor(inside).length + 1);
  });
});

describe("matrixChanges", () => {
  const seen = matrixTexts([inside], [rule]);
  const changes = (written: Record<string, string>, rules = [rule]) =>
    matrixChanges([inside, outside], rules, { written, seen });

  test("are the cells that were left otherwise than they were seen", () => {
    expect(changes({ ...seen, [declared]: "SEV1" })).toEqual({
      changes: [{ channelId: 1, happening: "incident.declared", before: "SEV2", after: "SEV1" }],
      collided: false,
    });
    expect(changes({ ...seen, [declared]: "" }).changes).toMatchObject([{ after: null }]);
    expect(changes(seen).changes).toEqual([]);
  });

  test("say so where somebody else changed the same cell, and not where it is another or the same", () => {
    const other: Rule = { ...rule, downTo: "SEV4" };
    expect(changes({ ...seen, [declared]: "SEV1" }, [other]).collided).toBe(true);
    expect(changes({ ...seen, [declared]: "SEV4" }, [other])).toEqual({
      changes: [],
      collided: false,
    });
    const elsewhere: Rule = { ...rule, happening: "incident.resolved" };
    expect(changes({ ...seen, [declared]: "SEV1" }, [rule, elsewhere]).collided).toBe(false);
  });

  test("leave out what outsiders may not hear, and words that are no severity", () => {
    expect(changes({ [cellName(2, "incident.declared")]: "SEV1" }).changes).toEqual([]);
    expect(changes({ ...seen, [declared]: "all of it" }).changes).toMatchObject([{ after: null }]);
  });
});

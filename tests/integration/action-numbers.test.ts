import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { moveActionItem } from "@/db/mutations/action-items";
import { listBoardCards } from "@/db/queries/action-items";
import { getActionNumbers, numberIds } from "@/db/queries/action-numbers";
import { actionItems, incidents } from "@/db/schema";
import type { NumberSet, Period } from "@/lib/domain/action-numbers";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";
import { makeTeam } from "../support/make-team";

freshDatabase();

const viewer = makeViewer();
const NOW = Date.UTC(2026, 5, 1, 12);
const PROOF = { evidenceKind: "test", evidence: "It fires" } as const;

beforeEach(() => {
  makeIncident({ severity: "SEV1" }, Date.UTC(2026, 0, 5));
});

const ids = (set: NumberSet, period: Period = {}, by = viewer) => [
  ...numberIds(by, set, period, NOW),
];
const done = (id: number, at: number) =>
  moveActionItem(viewer, { id, to: "done", index: 0, ...PROOF }, at);
const make = (overrides: Partial<typeof actionItems.$inferInsert> = {}) =>
  makeActionItem({ origin: "portal", createdAt: Date.UTC(2026, 0, 6), ...overrides });

describe("getActionNumbers", () => {
  test("counts all items, and each team's", () => {
    makeTeam({ name: "Payments", members: ["Olga"] });
    makeTeam({ name: "Search" });
    make({ owner: "Olga", deadline: "2026-01-31" });
    make({ owner: "Olga" });
    make({ owner: "Somebody else" });

    const { all, teams, none } = getActionNumbers(viewer, {}, NOW);
    expect(all).toMatchObject({ open: 3, overdue: 1 });
    expect(teams.map(({ slug, numbers }) => [slug, numbers.open, numbers.overdue])).toEqual([
      ["payments", 2, 1],
      ["search", 0, 0],
    ]);
    expect(none).toMatchObject({ open: 1, overdue: 0 });
  });

  test("has no row for items without a team where there is none", () => {
    makeTeam({ name: "Payments", members: ["Olga"] });
    make({ owner: "Olga" });
    expect(getActionNumbers(viewer, {}, NOW).none).toBeUndefined();
  });

  test("knows nothing of drills, nor of what is private", () => {
    make();
    db().update(incidents).set({ isDrill: true }).run();
    expect(getActionNumbers(viewer, {}, NOW).all.open).toBe(0);
    db().update(incidents).set({ isDrill: false, isPrivate: true }).run();
    const stranger = makeViewer({ userId: 9 });
    expect(getActionNumbers(stranger, {}, NOW)).toMatchObject({
      all: { open: 0 },
      none: undefined,
    });
    expect(ids("open", {}, stranger)).toEqual([]);
    expect(getActionNumbers(makeViewer({ role: "admin" }), {}, NOW).all.open).toBe(1);
  });
});

describe("numberIds", () => {
  test("takes the day on which the item's team had it", () => {
    makeTeam({ name: "Islands", zone: "Pacific/Kiritimati", members: ["Olga"] });
    makeTeam({ name: "Capes", zone: "Pacific/Pago_Pago", members: ["Noah"] });
    const east = make({ owner: "Olga", deadline: "2026-02-10" });
    const west = make({ owner: "Noah", deadline: "2026-02-10" });
    const evening = Date.UTC(2026, 1, 10, 12);
    done(east, evening);
    done(west, evening + 20 * 3_600_000);

    expect(ids("late")).toEqual([east]);
    expect(ids("on-time")).toEqual([west]);
  });

  test("finds the items of the 30 days by when they were made or their incident was resolved", () => {
    db()
      .update(incidents)
      .set({ resolvedAt: Date.UTC(2026, 1, 1) })
      .run();
    const ours = make();
    const theirs = make({ origin: "import" });
    done(ours, Date.UTC(2026, 1, 20));
    done(theirs, Date.UTC(2026, 1, 20));
    expect(ids("not-in-30")).toEqual([ours]);
    expect(ids("done-in-30")).toEqual([theirs]);
  });

  test("never guesses when a record's item was done", () => {
    const id = make({ origin: "import", status: "Completed", deadline: "2026-01-10" });
    expect(ids("day-unknown")).toEqual([id]);
    expect([...ids("on-time"), ...ids("late"), ...ids("done-in-30"), ...ids("not-in-30")]).toEqual(
      [],
    );
  });

  test("finds what came back, and not what was only undone", () => {
    const [back, undone] = [make(), make()];
    const at = Date.UTC(2026, 1, 10);
    done(back, at);
    moveActionItem(viewer, { id: back, to: "open", index: 0 }, at + 3_600_000);
    done(undone, at);
    moveActionItem(viewer, { id: undone, to: "open", index: 0, isUndo: true }, at + 5000);
    expect(ids("reopened")).toEqual([back]);
    expect(ids("reopened", { from: "2026-02-11" })).toEqual([]);
  });

  test("is what the board shows at the address of a number", () => {
    const late = make({ deadline: "2026-01-31" });
    make({ deadline: "2026-01-31" });
    done(late, Date.UTC(2026, 1, 10));
    const shown = (filters: Parameters<typeof listBoardCards>[1]) =>
      listBoardCards(viewer, filters, NOW).map(({ id }) => id);
    expect(shown({ show: "late", from: "2026-02-01" })).toEqual([late]);
    expect(shown({ show: "late", from: "2026-03-01" })).toEqual([]);
    expect(shown({ show: "late", board: "none" })).toEqual([late]);
    db().update(actionItems).set({ deadline: null }).where(eq(actionItems.id, late)).run();
    expect(shown({ show: "done-undated" })).toEqual([late]);
  });
});

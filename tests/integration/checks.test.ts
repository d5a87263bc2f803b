import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { answerCheck, setCheck } from "@/db/mutations/checks";
import { actionItemChanges, actionItems, incidents } from "@/db/schema";
import type { CheckSeen } from "@/lib/domain/check";
import { listChangesOf } from "../support/changes-of";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";

freshDatabase();

const viewer = makeViewer();
const NONE: CheckSeen = { text: null, due: null, result: null };
const FIRES: CheckSeen = { text: "Fires at 70 %", due: "2026-05-01", result: null };

let key = "";
let id = 0;
beforeEach(() => {
  key = makeIncident();
  id = makeActionItem({ status: "done" });
});

const set = (to: { text?: string; due?: string }, seen = NONE, by = viewer) =>
  setCheck(by, { id, seen, ...to }, 1000);
const plan = () => set({ text: "Fires at 70 %", due: "2026-05-01" });
const item = () => db().select().from(actionItems).get();
const changes = () => db().select().from(actionItemChanges).all();

describe("setCheck", () => {
  test("keeps what is to be looked at and when, and tells of it", () => {
    plan();
    expect(item()).toMatchObject({
      checkText: "Fires at 70 %",
      checkDue: "2026-05-01",
      checkResult: null,
      version: 2,
    });
    expect(changes()).toMatchObject([
      { field: "check", before: null, after: "Fires at 70 % (2026-05-01)", by: "Grace" },
    ]);
    expect(listChangesOf(key)).toContain("check:set by Grace");
  });

  test("wants both the words and a day of the calendar", () => {
    expect(() => set({ text: "Fires" })).toThrow("Choose the day on which to look.");
    expect(() => set({ text: "Fires", due: "2026-02-30" })).toThrow("Choose the day");
    expect(() => set({ due: "2026-05-01" })).toThrow("Say what is to be looked at");
    expect(changes()).toEqual([]);
  });

  test("changes nothing where nothing is another", () => {
    plan();
    set({ text: "Fires at 70 %", due: "2026-05-01" }, FIRES);
    expect(changes()).toHaveLength(1);
  });

  test("forgets the result once another check is planned, and the check once it is emptied", () => {
    plan();
    answerCheck(viewer, { id, seen: FIRES, result: "held", note: "It fired" });
    set({ text: "Fires at 70 %", due: "2026-06-01" }, { ...FIRES, result: "held" });
    expect(item()).toMatchObject({ checkResult: null, checkedBy: null, checkedAt: null });

    set({}, { ...FIRES, due: "2026-06-01" });
    expect(item()).toMatchObject({ checkText: null, checkDue: null });
    expect(listChangesOf(key)).toContain("check:remove by Grace");
  });

  test("tells whoever saw another check what it is now", () => {
    plan();
    expect(() => set({ text: "Rings", due: "2026-07-01" })).toThrow(
      "Someone else was faster. The check is “Fires at 70 % (2026-05-01)” now.",
    );
  });

  test("is not for those who may not know of the item", () => {
    db().update(incidents).set({ isPrivate: true }).run();
    expect(() => set({}, NONE, makeViewer({ userId: 9 }))).toThrow("Someone deleted this");
  });
});

describe("answerCheck", () => {
  const answer = (result: "held" | "failed", reopens = false) =>
    answerCheck(viewer, { id, seen: FIRES, result, note: "Seen on the dashboard", reopens }, 2000);

  test("keeps who saw what", () => {
    plan();
    answer("held");
    expect(item()).toMatchObject({ checkResult: "held", checkedBy: "Grace", checkedAt: 2000 });
    expect(changes().at(-1)).toMatchObject({
      field: "checkResult",
      after: "held",
      reason: "Seen on the dashboard",
    });
    expect(listChangesOf(key)).toContain("check:answer by Grace");
  });

  test("opens the item again where it failed and that is asked for", () => {
    plan();
    answer("failed", true);
    expect(item()).toMatchObject({ checkResult: "failed", status: "open" });
    expect(changes().at(-1)).toMatchObject({
      field: "status",
      after: "open",
      reason: "The check failed: Seen on the dashboard",
    });
  });

  test("leaves the item where it is otherwise", () => {
    plan();
    answer("failed");
    expect(item()).toMatchObject({ checkResult: "failed", status: "done" });
  });

  test("refuses where there is no check, where it was answered, and where it is another", () => {
    expect(() => answer("held")).toThrow("There is no check now.");
    const nothing = { id, seen: NONE, result: "held", note: "x" } as const;
    expect(() => answerCheck(viewer, nothing)).toThrow("has no check");
    plan();
    answer("held");
    expect(() => answer("failed")).toThrow("and it held.");
    const late = { ...nothing, seen: { ...FIRES, result: "held" } } as const;
    expect(() => answerCheck(viewer, late)).toThrow("Plan the check anew");
  });
});

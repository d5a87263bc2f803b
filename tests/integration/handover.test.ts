import { describe, expect, test } from "vitest";
import { addActionItem } from "@/db/mutations/action-item-edits";
import { addEvent } from "@/db/mutations/events";
import { importRecord } from "@/db/mutations/import";
import { postUpdate } from "@/db/mutations/updates";
import { getHandover } from "@/db/queries/handover";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const viewer = makeViewer();
const MINUTE = 60_000;
const textsOf = (lines: { text: string }[] = []) => lines.map(({ text }) => text);

describe("getHandover", () => {
  test("gathers what is known, open and promised now", () => {
    const key = makeIncident({ commander: "Ada" });
    addEvent(viewer, { key, type: "mitigation", description: "Rolled back" }, NOON + MINUTE);
    addActionItem(viewer, { key, title: "Add an alert", owner: "Bob" });
    postUpdate(
      viewer,
      { key, audience: "stakeholders", message: "We look.", nextUpdateMinutes: 30 },
      NOON + 2 * MINUTE,
    );

    const handover = getHandover(viewer, key, NOON + 45 * MINUTE);

    expect(handover?.at).toBe(NOON + 45 * MINUTE);
    expect(textsOf(handover?.brief.known)).toContain("Current mitigation: Rolled back");
    expect(textsOf(handover?.brief.open)).toEqual([
      "Nobody is Operations Lead.",
      "Nobody is Communications Lead.",
      "Nobody is Scribe.",
      "When it was detected is not recorded.",
      "Add an alert (Bob)",
    ]);
    expect(handover?.brief.promised).toEqual([
      {
        text: "An update for stakeholders was due, and is late.",
        at: NOON + 32 * MINUTE,
        source: "message 1",
        href: `/incidents/${key}#c-1`,
      },
    ]);
  });

  test("names an owner whom the directory knows", () => {
    importRecord("test", sampleRecord());
    const { open, promised } = getHandover(viewer, "INC-2024-0142", NOON)?.brief ?? {};
    expect(textsOf(open).some((text) => text.includes("alice@company.com"))).toBe(true);
    expect(textsOf(promised)).toHaveLength(1);
  });

  test("is not there for an unknown key", () => {
    expect(getHandover(viewer, "INC-2026-9999")).toBeUndefined();
  });
});

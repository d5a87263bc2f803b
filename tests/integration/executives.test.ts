import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { tellOfExecutives } from "@/db/mutations/executives-clock";
import { resolveIncident } from "@/db/mutations/incidents";
import { postUpdate } from "@/db/mutations/updates";
import { happenings } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";
import { makeAccount } from "../support/make-on-call";

freshDatabase();

const MINUTE = 60_000;

/** A SEV1 led by Ada, who hears of what is promised for it. */
function declare(overrides: Parameters<typeof makeIncident>[0] = {}): string {
  makeAccount("Ada");
  return makeIncident({ severity: "SEV1", commander: "Ada", ...overrides });
}

function toldAt(minutes: number) {
  tellOfExecutives(NOON + minutes * MINUTE);
  return db()
    .select({ is: happenings.happening, told: happenings.told })
    .from(happenings)
    .all()
    .filter(({ is }) => is.startsWith("promise."))
    .map(({ is, told }) => `${is} ${told.text}`);
}

describe("tellOfExecutives", () => {
  test("tells once that it is due soon, and once that it is late", () => {
    declare();
    expect(toldAt(9)).toEqual([]);
    const soon = "promise.due_soon Stakeholders are to be told by 12:15 UTC.";
    expect(toldAt(10)).toEqual([soon]);
    expect(toldAt(11)).toEqual([soon]);
    const late = "promise.missed Stakeholders were to be told by 12:15 UTC.";
    expect(toldAt(16)).toEqual([soon, late]);
    expect(toldAt(17)).toEqual([soon, late]);
  });

  test("is silent once they were told", () => {
    const key = declare();
    const post = { key, audience: "stakeholders", message: "Payments fail." } as const;
    postUpdate(makeViewer(), post, NOON + MINUTE);
    expect([...toldAt(12), ...toldAt(20)]).toEqual([]);
  });

  test("is silent long after, for drills, and for what is over", () => {
    declare({ isDrill: true });
    const over = makeIncident({ severity: "SEV1", commander: "Ada" });
    resolveIncident(makeViewer(), { key: over }, NOON + MINUTE);
    expect([...toldAt(12), ...toldAt(20)]).toEqual([]);
    makeIncident({ severity: "SEV1", commander: "Ada" });
    expect(toldAt(80)).toEqual([]);
  });
});

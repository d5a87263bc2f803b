import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  correctHistory,
  setComponentState,
  type Correction,
} from "@/db/mutations/component-history";
import { writeState } from "@/db/mutations/component-states";
import { addComponent, archiveComponent } from "@/db/mutations/components";
import { postUpdate } from "@/db/mutations/updates";
import { findComponentHistory } from "@/db/queries/component-history";
import { readSite } from "@/db/queries/public/site";
import { auditLog, components, incidents, notices } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { uptimeOver } from "@/lib/domain/uptime";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeComponent } from "../support/make-component";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const HOUR = 3_600_000;
const MINUTE = 60_000;
const admin = makeViewer({ name: "Ada", role: "admin" });
const viewer = makeViewer({ role: "viewer" });

const publicIdOf = (id: number) =>
  db().select().from(components).where(eq(components.id, id)).get()?.publicId ?? "";
const make = (name = "Payments") => publicIdOf(makeComponent(name));
const read = (component: string, now = NOON + HOUR) => {
  const history = findComponentHistory(viewer, { publicId: component, page: 1 }, now);
  if (!history) throw new Error("The component is not there.");
  return history;
};
const told = () => db().select().from(notices).all();
const audited = () => db().select().from(auditLog).all().at(-1);
const onThePage = () => readSite("http://status.example").components[0];

function set(component: string, status: "major_outage" | "operational", now: number) {
  const seenStatus = read(component, now).status;
  setComponentState(admin, { component, status, seenStatus }, now);
}

/** Gives what the writer is told, and then does it. */
function correct(correction: Correction, now: number): string {
  try {
    correctHistory(admin, correction, now);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    correctHistory(admin, { ...correction, confirms: String(error.current) }, now);
    return error.message;
  }
  throw new Error("It was done unseen.");
}

describe("setComponentState", () => {
  test("is history, on the page at once, told to subscribers and written down", () => {
    const component = make();
    set(component, "major_outage", NOON + HOUR);

    expect(read(component)).toMatchObject({
      status: "major_outage",
      statusAt: NOON + HOUR,
      states: [{ status: "major_outage", at: NOON + HOUR, setBy: "Ada", incident: null }],
    });
    expect(onThePage()).toMatchObject({
      status: "major_outage",
      states: [{ status: "major_outage", at: NOON + HOUR }],
    });
    expect(told()).toMatchObject([{ kind: "component_state" }]);
    expect(audited()).toMatchObject({
      action: "component:set-state",
      object: "component Payments",
      detail: { before: "operational", after: "major_outage" },
    });
  });

  test("may hold since a while, but not from before the present state or in the time to come", () => {
    const component = make();
    const asked = { component, status: "major_outage", seenStatus: "operational" } as const;
    const at = (time: number) => () =>
      setComponentState(admin, { ...asked, at: time }, NOON + HOUR);
    expect(at(NOON + HOUR + 1)).toThrow("still to come");
    expect(at(NOON - 1)).toThrow("added to its history");
    at(NOON + 5)();
    expect(read(component).statusAt).toBe(NOON + 5);
  });

  test("is the present state also where the same one was set twice before", () => {
    const id = makeComponent("Payments");
    const component = publicIdOf(id);
    const twice = [NOON, NOON + 2 * MINUTE];
    for (const at of twice) writeState({ componentId: id, status: "major_outage", at, by: "Ada" });
    const asked = { component, status: "operational", seenStatus: "major_outage" } as const;
    expect(() => setComponentState(admin, { ...asked, at: NOON + MINUTE }, NOON + HOUR)).toThrow(
      "last set at 2026-01-05T12:02:00Z",
    );
    setComponentState(admin, asked, NOON + HOUR);
    expect(onThePage()?.status).toBe("operational");
  });

  test("refuses a state that stands, what nobody saw, groups and the archive", () => {
    const id = makeComponent("Payments");
    const component = publicIdOf(id);
    const asked = { component, status: "operational", seenStatus: "operational" } as const;
    expect(() => setComponentState(admin, asked)).toThrow("this state already");
    expect(() => setComponentState(admin, { ...asked, seenStatus: "major_outage" })).toThrow(
      ConflictError,
    );
    const group = addComponent("Ada", { name: "Europe", isGroup: true });
    expect(() => setComponentState(admin, { ...asked, component: publicIdOf(group.id) })).toThrow(
      "not there",
    );
    archiveComponent(admin, { id, isArchived: true });
    expect(() => setComponentState(admin, asked)).toThrow("in the archive");
  });
});

describe("correctHistory", () => {
  test("says first what it changes, and uptime follows once that was seen", () => {
    const component = make();
    db().update(components).set({ startDate: "2025-01-01" }).run();
    set(component, "major_outage", NOON);
    set(component, "operational", NOON + HOUR);
    const row = read(component).states[0];
    const at = NOON + 30 * MINUTE;
    const change = { kind: "correct", id: row?.id ?? 0, status: "operational", at } as const;
    const now = NOON + 2 * HOUR;

    expect(correct({ component, change, reason: "It was over by then" }, now)).toBe(
      "Uptime of the last 90 days: 99.95 % before, 99.97 % after. Major outage: 1 h before, 30 min after.",
    );
    expect(read(component, now)).toMatchObject({
      figures: { percent: 99.97 },
      statusAt: at,
      states: [{ at, correctedAt: now, until: undefined }, { until: at }],
    });
    const shown = onThePage();
    const states = shown ? { states: shown.states, startDate: shown.startDate } : undefined;
    expect(states && uptimeOver(states, now, 90).percent).toBe(99.97);
    expect(audited()).toMatchObject({
      action: "component:correct-state",
      detail: { reason: "It was over by then", afterAt: "2026-01-05T12:30:00Z" },
    });
    expect(told()).toHaveLength(2);
  });

  test("adds what was forgotten and withdraws what was not so", () => {
    const component = make();
    const added = { kind: "add", status: "partial_outage", at: NOON + MINUTE } as const;
    expect(correct({ component, change: added, reason: "Forgotten" }, NOON + HOUR)).toContain(
      "Its present state: operational before, partial outage after.",
    );
    expect(onThePage()?.status).toBe("partial_outage");
    const id = read(component).states[0]?.id ?? 0;
    correct({ component, change: { kind: "withdraw", id }, reason: "Wrong" }, NOON + HOUR);
    expect(onThePage()).toMatchObject({ status: "operational", states: [] });
    expect(read(component).states).toMatchObject([{ withdrawnAt: NOON + HOUR }]);
    expect(() =>
      correctHistory(admin, { component, change: { kind: "withdraw", id }, reason: "Again" }),
    ).toThrow("withdrawn this state");
  });

  test("has to be looked at again when anything has changed meanwhile", () => {
    const component = make();
    set(component, "major_outage", NOON);
    const id = read(component).states[0]?.id ?? 0;
    const correction = { component, change: { kind: "withdraw", id } as const, reason: "Wrong" };
    const confirmed = confirmsOf(correction);
    set(component, "operational", NOON + MINUTE);
    expect(() => correctHistory(admin, { ...correction, confirms: confirmed })).toThrow(
      ConflictError,
    );
  });

  test("refuses times to come, nothing new, and states of other components", () => {
    const component = make();
    const other = make("Search");
    set(component, "major_outage", NOON + 345);
    const id = read(component).states[0]?.id ?? 0;
    const status = "major_outage";
    const tried = (of: string, at: number) => () =>
      correctHistory(
        admin,
        { component: of, change: { kind: "correct", id, status, at }, reason: "x" },
        NOON + HOUR,
      );
    expect(tried(component, NOON + 2 * HOUR)).toThrow("still to come");
    expect(tried(component, NOON)).toThrow("Choose another");
    expect(tried(other, NOON)).toThrow("not in the history");
    expect(tried("nothing", NOON)).toThrow("not there");
  });
});

function confirmsOf(correction: Correction): string {
  try {
    correctHistory(admin, correction);
  } catch (error) {
    if (error instanceof ConflictError) return String(error.current);
    throw error;
  }
  return "";
}

describe("findComponentHistory", () => {
  test("names the incident and the update that told of a state, but no private one to others", () => {
    const key = makeIncident({ title: "Payments fail" });
    const id = makeComponent("Payments");
    postUpdate(
      makeViewer(),
      { key, audience: "external", message: "Down.", components: { [id]: "major_outage" } },
      NOON + MINUTE,
    );
    const component = publicIdOf(id);
    expect(read(component).states).toMatchObject([
      { incident: { key, title: "Payments fail" }, update: { incidentId: expect.any(String) } },
    ]);
    db().update(incidents).set({ isPrivate: true }).run();
    expect(read(component).states).toMatchObject([{ incident: null }]);
    const forAdmin = findComponentHistory(admin, { publicId: component, page: 1 }, NOON);
    expect(forAdmin?.states).toMatchObject([{ incident: { key } }]);
  });

  test("knows no groups and nothing unknown", () => {
    const { id } = addComponent("Ada", { name: "Europe", isGroup: true });
    const found = [publicIdOf(id), "nothing"].map((publicId) =>
      findComponentHistory(viewer, { publicId, page: 1 }, NOON),
    );
    expect(found).toEqual([undefined, undefined]);
  });
});

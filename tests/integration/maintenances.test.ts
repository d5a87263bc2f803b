import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { writeState } from "@/db/mutations/component-states";
import { runDueMaintenance } from "@/db/mutations/maintenance-clock";
import {
  correctMaintenanceUpdate,
  postMaintenanceUpdate,
} from "@/db/mutations/maintenance-updates";
import {
  cancelMaintenance,
  editMaintenance,
  scheduleMaintenance,
} from "@/db/mutations/maintenances";
import { findMaintenance, listWorkComponents } from "@/db/queries/maintenances";
import { readSite } from "@/db/queries/public/site";
import { auditLog, components, componentStates, maintenances, notices } from "@/db/schema";
import type { ComponentStatus } from "@/lib/domain/component";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeComponent } from "../support/make-component";
import { NOON } from "../support/make-incident";
import { makePlan } from "../support/make-maintenance";

freshDatabase();

const MINUTE = 60_000;
const grace = makeViewer();
const FROM = NOON + 120 * MINUTE;
const UNTIL = FROM + 60 * MINUTE;

const schedule = (change: Parameters<typeof makePlan>[0] = {}) =>
  scheduleMaintenance(grace, makePlan(change), NOON).id;
const found = (id: string) => {
  const work = findMaintenance(id);
  if (!work) throw new Error("There is no such maintenance.");
  return work;
};
const onThePage = (id: string) =>
  readSite("https://status.example.com").maintenances.find((each) => each.id === id);
const statusOf = (id: number) =>
  db().select({ is: components.status }).from(components).where(eq(components.id, id)).get()?.is;
const states = () =>
  db()
    .select({ status: componentStates.status, at: componentStates.effectiveAt })
    .from(componentStates)
    .all();
const audited = () =>
  db()
    .select()
    .from(auditLog)
    .all()
    .filter(({ action }) => action.startsWith("maintenance:"))
    .map(({ actor, action }) => `${actor} ${action}`);
const told = () =>
  db()
    .select({ kind: notices.kind })
    .from(notices)
    .all()
    .map(({ kind }) => kind);
const planned = (id: number, during: ComponentStatus = "under_maintenance") => ({
  components: { [id]: during },
});

describe("scheduleMaintenance", () => {
  test("announces the work with its components, and says who did", () => {
    const [payments, search] = [makeComponent("Payments"), makeComponent("Search")];
    const id = schedule({ components: { [payments]: "under_maintenance", [search]: undefined } });

    expect(found(id).components).toMatchObject([{ name: "Payments", during: "under_maintenance" }]);
    expect(id).toMatch(/^[0-9a-z]{12}$/);
    expect(onThePage(id)).toMatchObject({
      title: "New database",
      status: "scheduled",
      scheduledFor: FROM,
      scheduledUntil: UNTIL,
      sequence: 0,
      updates: [
        {
          status: "scheduled",
          body: "We move to a new database.",
          at: NOON,
          changes: [{ before: "operational", after: "operational" }],
        },
      ],
    });
    expect(statusOf(payments)).toBe("operational");
    expect(audited()).toEqual(["Grace maintenance:schedule"]);
    expect(told()).toEqual(["maintenance_update"]);
  });

  test("is done once where a form is sent twice", () => {
    expect(schedule()).toBe(schedule());
    expect(db().select().from(maintenances).all()).toHaveLength(1);
  });

  test("refuses a window that is over, and groups", () => {
    const plan = makePlan({ scheduledFor: NOON - 2, scheduledUntil: NOON - 1 });
    expect(() => scheduleMaintenance(grace, plan, NOON)).toThrow("That is over");

    const group = makeComponent("Europe");
    db().update(components).set({ isGroup: true }).where(eq(components.id, group)).run();
    expect(() => schedule(planned(group))).toThrow("not there");
  });

  test("tells once of other work at the same time", () => {
    const first = schedule();
    const plan = makePlan({ title: "Other work" });
    const again = () => scheduleMaintenance(grace, plan, NOON);

    expect(again).toThrow("At the same time there is “New database”");
    try {
      again();
    } catch (error) {
      expect(error).toMatchObject({ current: { overlaps: [first] } });
    }
    const seen = makePlan({ title: "Other work", seenOverlaps: [first] });
    expect(scheduleMaintenance(grace, seen, NOON).id).not.toBe(first);
  });
});

describe("listWorkComponents", () => {
  test("has the page's order, names groups, and offers none of them", () => {
    const [europe, alone, north] = ["Europe", "Alone", "North"].map((name) => makeComponent(name));
    const into = { groupId: europe, position: 0 };
    db()
      .update(components)
      .set({ isGroup: true })
      .where(eq(components.id, europe ?? 0))
      .run();
    db()
      .update(components)
      .set(into)
      .where(eq(components.id, north ?? 0))
      .run();
    expect(listWorkComponents()).toMatchObject([
      { id: north, name: "Europe – North" },
      { id: alone, name: "Alone" },
    ]);
  });
});

describe("editMaintenance", () => {
  const edit = (id: string, change: Parameters<typeof makePlan>[0], now = NOON + MINUTE) => {
    const { body: _, ...plan } = makePlan(change);
    editMaintenance(grace, { ...plan, id, version: found(id).version }, now);
  };

  test("tells of a new window, and has calendars take it over", () => {
    const payments = makeComponent("Payments");
    const id = schedule(planned(payments));
    edit(id, { ...planned(payments), scheduledUntil: UNTIL + MINUTE });

    expect(onThePage(id)).toMatchObject({ sequence: 1, scheduledUntil: UNTIL + MINUTE });
    expect(found(id).updates[0]?.body).toContain("This maintenance has been rescheduled.");
    expect(told()).toHaveLength(2);
    expect(audited().at(-1)).toBe("Grace maintenance:edit");
  });

  test("names other components, and says nothing more where only they changed", () => {
    const [payments, search] = [makeComponent("Payments"), makeComponent("Search")];
    const id = schedule(planned(payments));
    edit(id, planned(search, "partial_outage"));

    const work = onThePage(id);
    expect(work?.sequence).toBe(0);
    expect(work?.updatedAt).toBe(NOON + MINUTE);
    expect(work?.updates).toHaveLength(1);
    expect(work?.updates[0]?.changes).toHaveLength(1);
    expect(found(id).components).toMatchObject([{ name: "Search", during: "partial_outage" }]);
    expect(told()).toHaveLength(1);
  });

  test("is no news to outsiders where only what happens by itself changed", () => {
    const id = schedule({ remindBefore: 60 });
    const before = onThePage(id);
    edit(id, { endsItself: false });
    expect(onThePage(id)).toEqual(before);
    expect(found(id)).toMatchObject({ endsItself: false, remindBefore: null, version: 2 });
  });

  test("reminds anew where the work was put off", () => {
    const id = schedule({ remindBefore: 60 });
    runDueMaintenance(FROM - 30 * MINUTE);
    expect(told()).toEqual(["maintenance_update", "maintenance_reminder"]);

    const later = { scheduledFor: FROM + 600 * MINUTE, scheduledUntil: UNTIL + 600 * MINUTE };
    edit(id, { remindBefore: 60, ...later }, FROM - 20 * MINUTE);
    runDueMaintenance(FROM + 545 * MINUTE);
    expect(told().filter((kind) => kind === "maintenance_reminder")).toHaveLength(2);
  });

  test("refuses an older version, another beginning of what has begun, and what is over", () => {
    const id = schedule();
    const { body: _, ...plan } = makePlan();
    expect(() => editMaintenance(grace, { ...plan, id, version: 7 }, NOON)).toThrow(ConflictError);

    runDueMaintenance(FROM);
    expect(() => edit(id, { scheduledFor: FROM + 1 }, FROM + 1)).toThrow("Only its end");
    edit(id, { scheduledUntil: UNTIL + MINUTE }, FROM + 1);
    expect(found(id)).toMatchObject({ status: "in_progress", scheduledUntil: UNTIL + MINUTE });

    runDueMaintenance(UNTIL + MINUTE);
    expect(() => edit(id, {}, UNTIL + MINUTE)).toThrow("is over");
  });
});

describe("cancelMaintenance", () => {
  test("says that it will not take place, and strikes it out in calendars", () => {
    const id = schedule();
    cancelMaintenance(grace, { id, version: 1 }, NOON + MINUTE);

    expect(onThePage(id)).toMatchObject({
      status: "completed",
      cancelledAt: NOON + MINUTE,
      resolvedAt: NOON + MINUTE,
      sequence: 1,
      updates: [{ body: expect.stringContaining("cancelled") }, {}],
    });
    expect(runDueMaintenance(UNTIL)).toBe(0);
    expect(audited().at(-1)).toBe("Grace maintenance:cancel");
  });

  test("refuses what has begun, and an older version", () => {
    const id = schedule();
    expect(() => cancelMaintenance(grace, { id, version: 2 }, NOON)).toThrow(ConflictError);
    runDueMaintenance(FROM);
    expect(() => cancelMaintenance(grace, { id, version: 2 }, FROM)).toThrow("It has begun");
  });
});

describe("runDueMaintenance", () => {
  test("begins, reminds and ends by itself, each once", () => {
    const payments = makeComponent("Payments");
    const id = schedule({ ...planned(payments), remindBefore: 60 });
    const at = (now: number) => [runDueMaintenance(now), runDueMaintenance(now)];

    expect(at(FROM - 61 * MINUTE)).toEqual([0, 0]);
    expect(at(FROM - 60 * MINUTE)).toEqual([1, 0]);
    expect(at(FROM + 5)).toEqual([1, 0]);
    expect(statusOf(payments)).toBe("under_maintenance");
    expect(at(UNTIL + 5)).toEqual([1, 0]);
    expect(statusOf(payments)).toBe("operational");

    expect(states()).toEqual([
      { status: "under_maintenance", at: FROM },
      { status: "operational", at: UNTIL },
    ]);
    expect(onThePage(id)).toMatchObject({
      status: "completed",
      resolvedAt: UNTIL,
      updates: [
        { status: "completed", at: UNTIL },
        { status: "in_progress", at: FROM },
        { status: "scheduled" },
      ],
    });
    expect(told()).toEqual([
      "maintenance_update",
      "maintenance_reminder",
      "maintenance_update",
      "maintenance_update",
    ]);
    expect(audited()).toEqual([
      "Grace maintenance:schedule",
      "Muster maintenance:remind",
      "Muster maintenance:start",
      "Muster maintenance:complete",
    ]);
  });

  test("catches up after a long night, at the planned times, and tells of the end alone", () => {
    const payments = makeComponent("Payments");
    schedule(planned(payments));

    expect(runDueMaintenance(UNTIL + 600 * MINUTE)).toBe(2);
    expect(states()).toEqual([
      { status: "under_maintenance", at: FROM },
      { status: "operational", at: UNTIL },
    ]);
    expect(told()).toHaveLength(2);
  });

  test("bears no time before what was said last", () => {
    const id = schedule();
    const late = { id, body: "We begin a little late.", seenStatus: "scheduled" } as const;
    postMaintenanceUpdate(grace, late, FROM + MINUTE);
    runDueMaintenance(FROM + 2 * MINUTE);
    expect(onThePage(id)?.updates[0]).toMatchObject({ status: "in_progress", at: FROM + MINUTE });
  });

  test("hides no outage, and leaves what somebody set meanwhile", () => {
    const [payments, search] = [makeComponent("Payments"), makeComponent("Search")];
    writeState({ componentId: payments, status: "partial_outage", at: NOON, by: "Grace" });
    const both = { [payments]: "under_maintenance", [search]: "under_maintenance" } as const;
    schedule({ components: both });

    runDueMaintenance(FROM);
    expect(statusOf(payments)).toBe("partial_outage");
    const broken = { componentId: search, status: "major_outage", by: "Grace" } as const;
    writeState({ ...broken, at: FROM + MINUTE });
    runDueMaintenance(UNTIL);
    expect(statusOf(payments)).toBe("partial_outage");
    expect(statusOf(search)).toBe("major_outage");
  });

  test("gives a component back once all work on it is over, in whatever order that ends", () => {
    const payments = makeComponent("Payments");
    const light = { title: "Light", ...planned(payments) };
    const heavy = { title: "Heavy", ...planned(payments, "partial_outage") };
    for (const [one, other] of [
      [light, heavy],
      [heavy, light],
    ] as const) {
      const first = schedule(one);
      schedule({ ...other, seenOverlaps: [first], scheduledUntil: UNTIL + MINUTE });
      runDueMaintenance(FROM);
      expect(statusOf(payments)).toBe("partial_outage");
      runDueMaintenance(UNTIL);
      expect(statusOf(payments)).toBe(other === heavy ? "partial_outage" : "under_maintenance");
      runDueMaintenance(UNTIL + MINUTE);
      expect(statusOf(payments)).toBe("operational");
      db().delete(maintenances).run();
      db().delete(componentStates).run();
    }
  });

  test("tells nobody of the demo", () => {
    schedule({ isDemo: true, remindBefore: 60 });
    runDueMaintenance(FROM - MINUTE);
    runDueMaintenance(UNTIL);
    expect(told()).toEqual([]);
  });
});

describe("postMaintenanceUpdate", () => {
  test("begins, checks and ends work by hand, with the states that its writer chose", () => {
    const [payments, search] = [makeComponent("Payments"), makeComponent("Search")];
    const own = { startsItself: false, endsItself: false };
    const id = schedule({ ...own, ...planned(payments) });

    postMaintenanceUpdate(grace, { id, status: "in_progress", seenStatus: "scheduled" }, FROM);
    expect(statusOf(payments)).toBe("under_maintenance");
    postMaintenanceUpdate(
      grace,
      {
        id,
        body: "Search is slow meanwhile.",
        seenStatus: "in_progress",
        components: { [search]: "degraded_performance" },
        seenComponents: { [search]: "operational" },
      },
      FROM + MINUTE,
    );
    expect(statusOf(search)).toBe("degraded_performance");
    postMaintenanceUpdate(
      grace,
      { id, status: "verifying", seenStatus: "in_progress" },
      FROM + 2 * MINUTE,
    );
    postMaintenanceUpdate(
      grace,
      {
        id,
        status: "completed",
        seenStatus: "verifying",
        components: { [payments]: "degraded_performance" },
      },
      FROM + 3 * MINUTE,
    );

    expect(statusOf(payments)).toBe("degraded_performance");
    expect(statusOf(search)).toBe("operational");
    expect(onThePage(id)?.updates.map(({ status, body }) => `${status}: ${body}`)).toEqual([
      "completed: The scheduled maintenance has been completed.",
      "verifying: The work is done. We are checking that everything is as it should be.",
      "in_progress: Search is slow meanwhile.",
      "in_progress: The scheduled maintenance is in progress. We will post updates as necessary.",
      "scheduled: We move to a new database.",
    ]);
    expect(found(id).updates[0]?.changes).toMatchObject([
      { name: "Payments", after: "degraded_performance" },
      { name: "Search", after: "operational" },
    ]);
  });

  test("keeps at later work what was chosen at the end of earlier work", () => {
    const payments = makeComponent("Payments");
    const first = schedule(planned(payments));
    runDueMaintenance(FROM);
    postMaintenanceUpdate(
      grace,
      {
        id: first,
        status: "completed",
        seenStatus: "in_progress",
        components: { [payments]: "degraded_performance" },
      },
      FROM + MINUTE,
    );
    schedule({ title: "Next", ...planned(payments, "partial_outage") });
    runDueMaintenance(FROM + 2 * MINUTE);
    expect(statusOf(payments)).toBe("partial_outage");
    runDueMaintenance(UNTIL);
    expect(statusOf(payments)).toBe("degraded_performance");
  });

  test("is done once where a form is sent twice", () => {
    const id = schedule();
    const post = { id, body: "Soon.", seenStatus: "scheduled" } as const;
    postMaintenanceUpdate(grace, post, NOON + MINUTE);
    postMaintenanceUpdate(grace, post, NOON + MINUTE + 5);
    expect(found(id).updates).toHaveLength(2);
  });

  test("refuses a step that the state has not, one over another state, and no text", () => {
    const id = schedule();
    const post = (change: object) => () =>
      postMaintenanceUpdate(grace, { id, seenStatus: "scheduled", ...change }, NOON);
    expect(post({ status: "completed" })).toThrow("cannot go there");
    expect(post({ status: "in_progress", seenStatus: "verifying" })).toThrow(ConflictError);
    expect(post({})).toThrow("Write what is new.");
    expect(post({ id: "nothing" })).toThrow("not there");
  });
});

describe("correctMaintenanceUpdate", () => {
  test("puts a text right, says when, and tells nobody again", () => {
    const id = schedule();
    const update = found(id).updates[0]?.id ?? "";
    const correction = { id, update, body: "We move house.", seen: "We move to a new database." };
    correctMaintenanceUpdate(grace, correction, NOON + MINUTE);

    expect(onThePage(id)?.updates[0]).toMatchObject({
      body: "We move house.",
      correctedAt: NOON + MINUTE,
      at: NOON,
    });
    expect(told()).toHaveLength(1);
    expect(audited().at(-1)).toBe("Grace maintenance:correct");
    const other = { ...correction, body: "Something else." };
    expect(() => correctMaintenanceUpdate(grace, other)).toThrow(ConflictError);
    expect(() => correctMaintenanceUpdate(grace, { ...correction, update: "x" })).toThrow(
      "not there",
    );
  });
});

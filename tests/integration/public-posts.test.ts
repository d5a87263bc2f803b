import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { writeState } from "@/db/mutations/component-states";
import { publishWaiting } from "@/db/mutations/status-page";
import { postUpdate, type Update } from "@/db/mutations/updates";
import { componentsSetBy, listComponents } from "@/db/queries/components";
import {
  auditLog,
  communications,
  componentStates,
  events,
  incidents,
  publicUpdates,
} from "@/db/schema";
import { ConflictError, UnconfirmedError } from "@/lib/domain/error";
import { findingKey } from "@/lib/domain/public-check";
import type { Finding } from "@/lib/domain/public-check/finding";
import { freshDatabase } from "../support/database";
import { activeIncidents, publicSite } from "../support/public-incident";
import { makeViewer } from "../support/make";
import { makeComponent } from "../support/make-component";
import { makeIncident, NOON } from "../support/make-incident";
import { makeCommunication } from "../support/make-publication";

freshDatabase();

const MINUTE = 60_000;

function post(key: string, update: Partial<Update> = {}, now = NOON + MINUTE) {
  const base = { key, audience: "external", message: "Payments are slow." } as const;
  return postUpdate(makeViewer(), { ...base, ...update }, now);
}

const idOf = (key: string) =>
  db().select().from(incidents).where(eq(incidents.key, key)).get()?.id ?? 0;
const states = () => Object.fromEntries(listComponents().map(({ name, status }) => [name, status]));
const published = () => db().select().from(publicUpdates).all();

describe("a public post with components", () => {
  test("sets them in the same transaction, and everyone reads what changed", () => {
    const key = makeIncident();
    const payments = makeComponent("Payments");
    makeComponent("Search");
    post(key, {
      components: { [payments]: "partial_outage" },
      seenComponents: { [payments]: "operational" },
    });

    expect(states()).toEqual({ Payments: "partial_outage", Search: "operational" });
    const [shown] = publicSite().components;
    expect(shown).toMatchObject({ name: "Payments", status: "partial_outage" });
    expect(activeIncidents()[0]?.updates[0]?.changes).toEqual([
      { componentId: shown?.id, before: "operational", after: "partial_outage" },
    ]);
    expect(db().select().from(componentStates).all()).toMatchObject([
      { status: "partial_outage", effectiveAt: NOON + MINUTE, incidentId: idOf(key) },
    ]);
    expect(componentsSetBy(idOf(key))).toEqual(new Set([payments]));
  });

  test("may say since when they are so, but not from before their last state or in the time to come", () => {
    const key = makeIncident();
    const payments = makeComponent("Payments");
    const set = (status: "major_outage" | "operational", componentsAt: number, now: number) =>
      post(key, { message: status, components: { [payments]: status }, componentsAt }, now);
    set("major_outage", NOON - 20 * MINUTE, NOON);
    const effective = () =>
      db()
        .select()
        .from(componentStates)
        .all()
        .map(({ effectiveAt }) => effectiveAt);
    expect(effective()).toEqual([NOON - 20 * MINUTE]);
    expect(db().select().from(auditLog).all().at(-1)?.detail).toMatchObject({
      since: "2026-01-05T11:40:00Z",
    });
    const early = () => set("operational", NOON - 21 * MINUTE, NOON + MINUTE);
    expect(early).toThrow("Payments was last set at 2026-01-05T11:40:00Z.");
    expect(() => set("operational", NOON + 2 * MINUTE, NOON + MINUTE)).toThrow("still to come");
    expect(states()).toEqual({ Payments: "major_outage" });
    set("operational", NOON - 5 * MINUTE, NOON + MINUTE);
    expect(effective()).toEqual([NOON - 20 * MINUTE, NOON - 5 * MINUTE]);
  });

  test("holds after what somebody set by hand in the same second", () => {
    const key = makeIncident();
    const payments = makeComponent("Payments");
    writeState({
      componentId: payments,
      status: "degraded_performance",
      at: NOON + 700,
      by: "Ada",
    });
    post(key, { components: { [payments]: "major_outage" } }, NOON + 900);
    expect(states()).toEqual({ Payments: "major_outage" });
  });

  test("is one message, one row of the timeline and one audit row", () => {
    const key = makeIncident();
    const payments = makeComponent("Payments");
    const before = db().select().from(auditLog).all().length;
    post(key, { status: "identified", components: { [payments]: "major_outage" } });

    expect(db().select().from(communications).all()).toHaveLength(1);
    expect(db().select().from(events).all().slice(1)).toMatchObject([
      {
        type: "communication",
        metadata: {
          channel: "status_page",
          status: "identified",
          components: { Payments: "Operational → Major outage" },
        },
      },
    ]);
    expect(db().select().from(auditLog).all().slice(before)).toMatchObject([
      {
        action: "incident:post-update",
        detail: {
          seq: 1,
          audience: "external",
          status: "identified",
          update: published()[0]?.publicId,
          components: { Payments: "Operational → Major outage" },
        },
      },
    ]);
  });

  test("changes nothing where the state is the present one, or the readers are not everyone", () => {
    const key = makeIncident();
    const payments = makeComponent("Payments");
    post(key, { components: { [payments]: "operational" } });
    post(key, { audience: "stakeholders", components: { [payments]: "major_outage" } });
    expect(states()).toEqual({ Payments: "operational" });
    expect(db().select().from(componentStates).all()).toEqual([]);
  });

  test("is refused whole where somebody else changed one of them meanwhile", () => {
    const key = makeIncident();
    const payments = makeComponent("Payments", { status: "major_outage" });
    const late = () =>
      post(key, {
        components: { [payments]: "partial_outage" },
        seenComponents: { [payments]: "operational" },
      });
    expect(late).toThrow(
      new ConflictError(
        "While you wrote, Payments went from operational to major outage. Your text is kept here: check it and post again.",
        { status: "investigating", components: { [payments]: "major_outage" } },
      ),
    );
    expect(published()).toEqual([]);
    expect(() => post(key, { components: { 404: "major_outage" } })).toThrow("not there");
  });

  test("takes the components off the page with the update that named them", () => {
    const key = makeIncident();
    const payments = makeComponent("Payments");
    post(key, { components: { [payments]: "partial_outage" } });
    db()
      .delete(incidents)
      .where(eq(incidents.id, idOf(key)))
      .run();
    expect(activeIncidents()).toEqual([]);
    expect(states()).toEqual({ Payments: "partial_outage" });
  });
});

describe("the next update of a post", () => {
  const dueTimes = () =>
    db()
      .select()
      .from(communications)
      .all()
      .map(({ nextUpdateDueAt }) => nextUpdateDueAt);

  test("is due as usual: for everyone as the severity asks, unless the text says when", () => {
    const key = makeIncident();
    post(key, { asUsual: true });
    post(key, { asUsual: true, message: "Next update in 10 minutes." });
    post(key, { asUsual: true, audience: "internal" });
    post(key, { asUsual: true, message: "All is well.", status: "resolved" });
    expect(dueTimes()).toEqual([NOON + 31 * MINUTE, NOON + 11 * MINUTE, null, null]);
  });

  test("is due at the writer's own time, which must be to come", () => {
    const key = makeIncident();
    post(key, { nextUpdateAt: NOON + 20 * MINUTE, nextUpdateMinutes: 15 });
    expect(dueTimes()).toEqual([NOON + 20 * MINUTE]);
    expect(() => post(key, { message: "More.", nextUpdateAt: NOON })).toThrow("That time is over.");
  });
});

describe("the check of a public post", () => {
  const careless = "Payments are slow. Ask grace@example.com.";

  function findingsOf(run: () => void): Finding[] {
    try {
      run();
    } catch (error) {
      if (error instanceof UnconfirmedError) return error.findings;
      throw error;
    }
    return [];
  }

  test("asks before anything is written, and posts once it is answered", () => {
    const key = makeIncident();
    const update = { message: careless, asUsual: true, status: "identified" } as const;
    const findings = findingsOf(() => post(key, { ...update, confirmed: [] }));
    expect(findings).toMatchObject([{ kind: "leak", quote: "grace@example.com" }]);
    expect(published()).toEqual([]);
    expect(db().select().from(incidents).all()[0]?.status).toBe("investigating");

    const confirmed = findings.map(findingKey);
    post(key, { ...update, confirmed });
    expect(published()).toMatchObject([{ body: careless, status: "identified" }]);
    expect(db().select().from(auditLog).all().at(-1)?.detail).toMatchObject({ confirmed });
  });

  test("asks about what was not shown, and not again about what was answered", () => {
    const key = makeIncident();
    const confirmed = findingsOf(() =>
      post(key, { message: careless, asUsual: true, confirmed: [] }),
    ).map(findingKey);
    post(key, { message: careless, asUsual: true, confirmed });

    const again = { message: `${careless} It is a SEV2.`, asUsual: true, confirmed: [] };
    expect(findingsOf(() => post(key, again)).map(({ quote }) => quote)).toEqual(["SEV2"]);
  });

  test("asks nothing of a text that agrees, or that is not for everyone", () => {
    const key = makeIncident();
    post(key, { asUsual: true, confirmed: [] });
    post(key, { audience: "internal", message: careless, confirmed: [] });
    expect(db().select().from(communications).all()).toHaveLength(2);
  });

  test("knows the components that the post changes, and services of incidents one may know of", () => {
    const payments = makeComponent("Payments");
    const key = makeIncident({ service: "checkout" });
    makeIncident({ service: "wallets" });
    const update = { message: "Checkout and Payments are slow.", asUsual: true, confirmed: [] };
    expect(findingsOf(() => post(key, update)).map(({ quote }) => quote)).toEqual(["Payments"]);
    expect(
      findingsOf(() => post(key, { ...update, message: "Checkout and wallets are slow." })),
    ).toMatchObject([{ kind: "service_unaffected", quote: "wallets" }]);
    expect(
      findingsOf(() => post(key, { ...update, components: { [payments]: "partial_outage" } })),
    ).toEqual([]);
  });
});

describe("what is not for outsiders", () => {
  function change(values: Partial<typeof incidents.$inferInsert>) {
    const key = makeIncident();
    db().update(incidents).set(values).where(eq(incidents.key, key)).run();
    return key;
  }
  const ada = makeViewer({ role: "admin" });
  const tell = (key: string, audience: Update["audience"]) => () =>
    postUpdate(ada, { key, audience, message: "Payments are slow." }, NOON + MINUTE);

  test("is a private incident, until members may see it", () => {
    const key = change({ isPrivate: true });
    expect(tell(key, "external")).toThrow(`${key} is private. Make it visible to members first.`);
    makeCommunication(idOf(key));
    expect(() => publishWaiting(ada, { key })).toThrow("is private");
    expect(tell(key, "internal")).not.toThrow();
    expect(published()).toEqual([]);
  });

  test("is a drill", () => {
    const key = change({ isDrill: true });
    expect(tell(key, "external")).toThrow("is a drill. Nothing of it goes to the status page.");
    expect(tell(key, "stakeholders")).not.toThrow();
    expect(published()).toEqual([]);
  });

  test("is an incident that was merged into another one, for anybody", () => {
    const into = makeIncident();
    const key = change({ mergedIntoId: idOf(into) });
    expect(tell(key, "internal")).toThrow(`${key} was merged into ${into}.`);
  });
});

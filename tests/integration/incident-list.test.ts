import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { importRecord } from "@/db/mutations/import";
import { resolveIncident } from "@/db/mutations/incidents";
import { confirmAlias } from "@/db/mutations/people";
import { listFilterOptions } from "@/db/queries/incident-options";
import {
  countIncidents,
  getLastResolved,
  INCIDENTS_PER_PAGE,
  listForExport,
  listForWall,
  listIncidents,
  MOST_COUNTED,
} from "@/db/queries/incidents";
import { incidents, people, roleAssignments } from "@/db/schema";
import { INCIDENT_STATUSES } from "@/lib/domain/incident";
import { parseIncidentFilters } from "@/lib/domain/incident-filters";
import { isOpen, OVER_STATUSES } from "@/lib/domain/lifecycle";
import type { IncidentRecord } from "@/lib/domain/record";
import { freshDatabase } from "@/tests/support/database";
import { makeRecord, makeViewer } from "@/tests/support/make";
import { makeIncident, NOON } from "@/tests/support/make-incident";

const HOUR = 3_600_000;

freshDatabase();

const listed = (params: Record<string, string> = {}) =>
  listIncidents(makeViewer(), parseIncidentFilters(params)).map(({ key }) => key);

const resolve = (key: string, at = NOON + HOUR) => resolveIncident(makeViewer(), { key }, at);

describe("listIncidents", () => {
  test("begins with the worst open incident and, where two are as bad, with the younger", () => {
    const minor = makeIncident({ severity: "SEV4" }, NOON + 3 * HOUR);
    const older = makeIncident({ severity: "SEV1" }, NOON);
    const younger = makeIncident({ severity: "SEV1" }, NOON + HOUR);
    expect(listed()).toEqual([younger, older, minor]);
  });

  test("puts incidents that are over behind the open ones, the newest first", () => {
    const bad = makeIncident({ severity: "SEV1" }, NOON);
    const newer = makeIncident({ severity: "SEV4" }, NOON + HOUR / 2);
    const open = makeIncident({ severity: "SEV4" }, NOON);
    [bad, newer].forEach((key) => resolve(key));
    expect(listed({ view: "all" })).toEqual([open, newer, bad]);
  });

  test("shows open incidents, or resolved ones, or both", () => {
    const open = makeIncident();
    const over = makeIncident();
    resolve(over);
    expect(listed()).toEqual([open]);
    expect(listed({ view: "resolved" })).toEqual([over]);
    expect(listed({ view: "all" })).toEqual([open, over]);
  });

  test.each([
    [{ severity: "SEV1" }, true],
    [{ severity: "SEV3" }, false],
    [{ status: "investigating" }, true],
    [{ status: "monitoring" }, false],
    [{ service: "payments" }, true],
    [{ service: "orders" }, true],
    [{ service: "pay" }, false],
    [{ commander: "Jane Doe" }, true],
    [{ commander: "Jane" }, false],
    [{ text: "CARD" }, true],
    [{ text: "2026-0001" }, true],
    [{ text: "jane" }, true],
    [{ text: "100%" }, true],
    [{ text: "c%d" }, false],
    [{ text: "_ards" }, false],
  ])("answers %j with the incident: %s", (filter, found) => {
    makeIncident({
      title: "100% of cards fail",
      severity: "SEV1",
      service: "payments",
      affectedServices: ["orders"],
      commander: "Jane Doe",
    });
    expect(listed(filter)).toHaveLength(found ? 1 : 0);
  });

  test("gives one page at a time", () => {
    for (let i = 0; i <= INCIDENTS_PER_PAGE; i += 1) makeIncident();
    expect(listed()).toHaveLength(INCIDENTS_PER_PAGE);
    expect(listed({ page: "2" })).toEqual(["INC-2026-0001"]);
    expect(listed({ page: "3" })).toEqual([]);
  });
});

describe("countIncidents", () => {
  test("counts what the filters let through", () => {
    makeIncident({ severity: "SEV1" });
    makeIncident({ severity: "SEV2" });
    resolve(makeIncident({ severity: "SEV2" }));
    makeIncident({ severity: "SEV2", isDrill: true });
    const counted = (params: Record<string, string>) =>
      countIncidents(makeViewer(), parseIncidentFilters(params));
    expect(counted({ view: "all" })).toEqual({ total: 4, drills: 1, isCapped: false });
    expect(counted({ severity: "SEV2", drill: "hide" })).toMatchObject({ total: 1, drills: 0 });
    expect(counted({ severity: "SEV4" })).toMatchObject({ total: 0, drills: 0 });
  });

  test("stops where nobody pages to", () => {
    const { $client } = db();
    $client.exec(`with recursive n (n) as (select 1 union all select n + 1 from n where n <= ${MOST_COUNTED})
      insert into incidents (key, title, severity, status, declared_at, declared_at_text, origin, created_at)
      select 'INC-' || n, 'T', 'SEV1', 'monitoring', n, '', 'import', n from n`);
    expect(countIncidents(makeViewer(), parseIncidentFilters({}))).toMatchObject({
      total: MOST_COUNTED,
      isCapped: true,
    });
  });
});

describe("an incident's urgency", () => {
  test.each([...INCIDENT_STATUSES, ...OVER_STATUSES, "Resolved", "waiting"])(
    "agrees with the rule whether it is open, with the status %s",
    (status) => {
      const [one, other] = [makeIncident(), makeIncident()];
      const kinds = [
        { resolvedAt: null, mergedIntoId: null },
        { resolvedAt: NOON, mergedIntoId: null },
        { resolvedAt: null, mergedIntoId: 2 },
      ];
      for (const kind of kinds) {
        db()
          .update(incidents)
          .set({ status, ...kind })
          .where(eq(incidents.key, one))
          .run();
        expect(listed().includes(one)).toBe(isOpen({ status, ...kind }));
        expect(listed({ view: "resolved" }).includes(one)).toBe(!isOpen({ status, ...kind }));
      }
      expect(listed()).toContain(other);
    },
  );
});

describe("the filters", () => {
  test("take the days on which incidents were declared as days of UTC", () => {
    const midnight = Date.UTC(2026, 0, 6);
    makeIncident({}, midnight - 1000);
    const within = makeIncident({}, midnight);
    const last = makeIncident({}, midnight + 24 * HOUR - 1000);
    makeIncident({}, midnight + 24 * HOUR);
    expect(listed({ from: "2026-01-06", to: "2026-01-06" })).toEqual([last, within]);
    expect(listed({ from: "2026-01-07" })).toHaveLength(1);
    expect(listed({ to: "2026-01-05" })).toHaveLength(1);
  });

  test("find where the reader has a part: as commander, in a role, as participant, by each name", () => {
    const record = (id: string, more: Partial<IncidentRecord> = {}) =>
      importRecord("test", {
        ...makeRecord({ ...more }),
        incident: { ...makeRecord().incident, id },
      }).key;
    makeIncident({ commander: "Ada" });
    const led = makeIncident({ commander: "Grace Hopper" });
    const joined = record("INC-1", { participants: [{ name: "Grace" }] });
    const owned = record("INC-2");
    const left = record("INC-3");
    const hold = (key: string, gaveUpAt: number | null) => {
      const [row] = db()
        .select({ id: incidents.id })
        .from(incidents)
        .where(eq(incidents.key, key))
        .all();
      db()
        .insert(roleAssignments)
        .values({
          incidentId: row?.id ?? 0,
          role: "Scribe",
          person: "Grace",
          assumedAt: NOON,
          gaveUpAt,
          assignedBy: "Ada",
        })
        .run();
    };
    hold(owned, null);
    hold(left, NOON);
    db().insert(people).values({ name: "Grace Hopper" }).onConflictDoNothing().run();
    confirmAlias(makeViewer(), { alias: "grace@example.com", name: "Grace Hopper" });
    expect(listed({ role: "me" }).toSorted()).toEqual([joined, owned, led].toSorted());
  });

  test("leave drills out, or everything else", () => {
    const drill = makeIncident({ isDrill: true });
    const real = makeIncident();
    expect(listed({ drill: "hide" })).toEqual([real]);
    expect(listed({ drill: "only" })).toEqual([drill]);
  });

  test("find nothing for a search without a word", () => {
    makeIncident({ title: "What?" });
    expect(listed({ text: "?" })).toEqual([]);
  });
});

describe("a merged incident", () => {
  test("is open no more and names the one that it turned out to be", () => {
    const [target, merged] = [makeIncident(), makeIncident()];
    db().update(incidents).set({ mergedIntoId: 1 }).where(eq(incidents.key, merged)).run();
    expect(listed()).toEqual([target]);
    const all = listIncidents(makeViewer(), parseIncidentFilters({ view: "all" }));
    expect(all.find(({ key }) => key === merged)).toMatchObject({ mergedInto: target });
  });

  test("does not name one that the reader may not know of", () => {
    const merged = [makeIncident(), makeIncident()][1] ?? "";
    db().update(incidents).set({ mergedIntoId: 1 }).where(eq(incidents.key, merged)).run();
    db().update(incidents).set({ isPrivate: true }).where(eq(incidents.id, 1)).run();
    const [row] = listIncidents(makeViewer({ userId: 9 }), parseIncidentFilters({ view: "all" }));
    expect(row).toMatchObject({ key: merged, mergedIntoId: 1 });
    expect(row?.mergedInto).toBeUndefined();
  });
});

describe("listForExport", () => {
  test("gives what the filters let through on all pages, or the rows that were chosen", () => {
    const keys = Array.from({ length: INCIDENTS_PER_PAGE + 2 }, () => makeIncident());
    const exported = (chosen: string[]) =>
      listForExport(makeViewer(), parseIncidentFilters({}), chosen).map(({ key }) => key);
    expect(exported([])).toEqual(keys.toReversed());
    expect(exported(keys.slice(3, 5))).toEqual(keys.slice(3, 5).toReversed());
  });

  test("leaves out what the reader may not know of, also where it is asked for by key", () => {
    const key = makeIncident();
    db().update(incidents).set({ isPrivate: true }).run();
    const filters = parseIncidentFilters({ view: "all" });
    expect(listForExport(makeViewer({ userId: 9 }), filters, [key])).toEqual([]);
  });
});

describe("listForWall", () => {
  test("gives what is open, and nothing private, whoever asks", () => {
    const open = makeIncident();
    const drill = makeIncident({ isDrill: true });
    const secret = makeIncident();
    resolve(makeIncident());
    db().update(incidents).set({ isPrivate: true }).where(eq(incidents.key, secret)).run();
    const keys = listForWall(makeViewer({ role: "admin" })).map(({ key }) => key);
    expect(keys.toSorted()).toEqual([open, drill]);
  });
});

describe("getLastResolved", () => {
  test("is absent until an incident has ended", () => {
    makeIncident();
    expect(getLastResolved()).toBeUndefined();
  });

  test("is no drill and nothing private", () => {
    resolve(makeIncident({ isDrill: true }), NOON + 2 * HOUR);
    const secret = makeIncident();
    resolve(secret);
    db().update(incidents).set({ isPrivate: true }).where(eq(incidents.key, secret)).run();
    expect(getLastResolved()).toBeUndefined();
  });

  test("is the newest end", () => {
    const key = makeIncident();
    resolve(key, NOON + 2 * HOUR);
    resolve(makeIncident(), NOON + HOUR);
    expect(getLastResolved()).toMatchObject({ key, at: NOON + 2 * HOUR });
  });
});

describe("listFilterOptions", () => {
  test("names what incidents hold, each once and in order", () => {
    makeIncident({ service: "payments", commander: "Jane Doe" });
    makeIncident({ service: "orders", affectedServices: ["payments"], commander: "Ada" });
    makeIncident();
    expect(listFilterOptions(makeViewer())).toEqual({
      statuses: ["investigating"],
      services: ["orders", "payments"],
      commanders: ["Ada", "Jane Doe"],
    });
  });
});

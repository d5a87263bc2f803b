import { describe, expect, test } from "vitest";
import { recordAudit, recordReading } from "@/db/mutations/audit";
import { recordRefusal } from "@/db/mutations/refusals";
import { listChangesAfter } from "@/db/queries/changes";
import { findAuditEntry, listActors, listAuditEntries } from "@/db/queries/audit";
import { readAuditFilters } from "@/lib/domain/audit-filters";
import { operator, type Viewer } from "@/lib/domain/viewer";
import { withOrigin } from "@/lib/origin";
import { tamper } from "@/tests/support/audit";
import { freshDatabase } from "@/tests/support/database";
import { makeIncident } from "@/tests/support/make-incident";

freshDatabase();

const admin = operator("Ada");
const listed = (params: Record<string, string>, viewer: Viewer = admin) =>
  listAuditEntries(viewer, readAuditFilters(params), 50).map(({ id }) => id);

describe("the audit record's list", () => {
  test("has the newest first, and goes on below a number", () => {
    for (const n of ["1", "2", "3"]) recordAudit("Ada", "a:b", `object ${n}`);
    expect(listed({})).toEqual([3, 2, 1]);
    expect(listed({ before: "3" })).toEqual([2, 1]);
    expect(listAuditEntries(admin, readAuditFilters({}), 2)).toHaveLength(2);
  });

  test("is filtered by who, what, of what and from where", () => {
    withOrigin({ via: "token 4", address: "192.0.2.7" }, () =>
      recordAudit("Ada", "incident:declare", "incident INC-2026-0001"),
    );
    withOrigin({ via: "cli" }, () => recordAudit("command line", "demo:remove", "demo"));

    expect(listed({ who: "Ada" })).toEqual([1]);
    expect(listed({ who: "Ad" })).toEqual([]);
    expect(listed({ verb: "incident:declare" })).toEqual([1]);
    expect(listed({ verb: "incident" })).toEqual([1]);
    expect(listed({ object: "INC-2026" })).toEqual([1]);
    expect(listed({ object: "demo" })).toEqual([2]);
    expect(listed({ from: "token" })).toEqual([1]);
    expect(listed({ from: "token 4" })).toEqual([1]);
    expect(listed({ from: "192.0.2.7" })).toEqual([1]);
    expect(listed({ from: "cli" })).toEqual([2]);
  });

  test("is filtered by day, both ends included", () => {
    for (const day of ["2026-01-05", "2026-01-06", "2026-01-07"]) {
      recordAudit("Ada", "a:b", day);
      tamper(`update audit_log set at = ${Date.parse(day) + 1} where object = '${day}'`);
    }
    expect(listed({ since: "2026-01-06" })).toEqual([3, 2]);
    expect(listed({ until: "2026-01-06" })).toEqual([2, 1]);
  });

  test("tells refusals and readings from changes, which alone are news", () => {
    recordAudit("Ada", "a:b", "c");
    recordRefusal({ actor: "Eve", action: "a:b", object: "c", detail: { why: "role" } });
    recordReading("Ada", "incident:export", "incident INC-1");

    expect(listed({ kind: "refusal" })).toEqual([2]);
    expect(listed({ kind: "reading" })).toEqual([3]);
    expect(listChangesAfter(0, 10).map(({ id }) => id)).toEqual([1]);
  });

  test("tells of a private incident only to those who may know of it", () => {
    const key = makeIncident({ isPrivate: true });

    const stranger = { ...admin, userId: 7, role: "responder" } as const;
    expect(findAuditEntry(admin, 1)).toMatchObject({ object: `incident ${key}`, incidentKey: key });
    expect(findAuditEntry(stranger, 1)).toBeUndefined();
    expect(listAuditEntries(stranger, readAuditFilters({}), 9)).toEqual([]);
    expect(findAuditEntry(admin, 2)).toBeUndefined();
  });

  test("proposes who could have done something", () => {
    expect(listActors()).toEqual(["a stranger", "command line", "system"]);
  });
});

describe("recordRefusal", () => {
  test("leaves out what a stranger could fill the disk with", () => {
    globalThis.musterRefusals = undefined;
    const entry = { actor: "a stranger", action: "session:start", object: "user unknown" };
    const knock = (address: string, now: number) =>
      withOrigin({ via: "public", address }, () => recordRefusal(entry, now));
    for (let n = 0; n < 70; n += 1) knock("192.0.2.1", 0);
    expect(listAuditEntries(admin, readAuditFilters({}), 100)).toHaveLength(60);
    knock("192.0.2.2", 0);
    knock("192.0.2.1", 60_000);
    expect(listAuditEntries(admin, readAuditFilters({}), 100)).toHaveLength(62);
    globalThis.musterRefusals = undefined;
  });
});

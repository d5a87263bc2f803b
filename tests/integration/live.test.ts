import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { db, replaceDatabase, transaction } from "@/db/client";
import { recordAudit } from "@/db/mutations/audit";
import { openDatabase } from "@/db/open";
import { foreignCommits, latestChangeId, listChangesAfter } from "@/db/queries/changes";
import { findIncidentByKey } from "@/db/queries/record";
import { auditLog } from "@/db/schema";
import { onCommit } from "@/lib/commits";
import { freshDatabase } from "@/tests/support/database";
import { makeViewer } from "@/tests/support/make";
import { makeIncident } from "@/tests/support/make-incident";

freshDatabase();

afterEach(() => globalThis.musterCommitListeners?.clear());

describe("the changes after one", () => {
  test("are those that were committed since, in their order, with the incident's key", () => {
    const before = latestChangeId();
    const key = makeIncident();
    transaction(() => recordAudit("Ada", "person:confirm", "person Grace"));

    expect(listChangesAfter(before, 10)).toMatchObject([
      { id: before + 1, action: "incident:declare", actor: "Grace", incidentKey: key },
      { id: before + 2, action: "person:confirm", incidentId: null, incidentKey: null },
    ]);
    expect(listChangesAfter(before + 1, 10)).toHaveLength(1);
    expect(listChangesAfter(before, 1)).toHaveLength(1);
    expect(latestChangeId()).toBe(before + 2);
  });

  test("carry no detail and no name of what was changed", () => {
    recordAudit("Ada", "person:confirm", "person canary", { alias: "canary" });
    expect(JSON.stringify(listChangesAfter(0, 10))).not.toContain("canary");
  });

  test("leave out what is of an incident and does not say of which", () => {
    recordAudit("Ada", "incident:update", "incident INC-1");
    expect(listChangesAfter(0, 10)).toEqual([]);
  });

  test("keep the number of an incident that is gone, without its key", () => {
    const key = makeIncident();
    const id = findIncidentByKey(makeViewer(), key)?.id;
    recordAudit("Ada", "incident:update", "incident INC-404", undefined, 404);
    expect(listChangesAfter(0, 10)).toMatchObject([
      { incidentId: id, incidentKey: key },
      { incidentId: 404, incidentKey: null },
    ]);
  });

  test("are found by the table's key alone", () => {
    const { $client } = db();
    const prepare = vi.spyOn($client, "prepare");
    listChangesAfter(7, 10);
    const sql = String(prepare.mock.lastCall?.[0]);
    const plan = $client.prepare(`explain query plan ${sql}`).all(7, "change", "incident %", 10);
    expect(JSON.stringify(plan)).toContain("SEARCH audit_log USING INTEGER PRIMARY KEY");
    expect(JSON.stringify(plan)).not.toContain("SCAN");
  });
});

describe("a commit", () => {
  test("is announced once, after the outermost transaction", () => {
    const seen: number[] = [];
    onCommit(() => {
      expect(db().$client.inTransaction).toBe(false);
      seen.push(latestChangeId());
    });
    transaction(() => {
      transaction(() => recordAudit("Ada", "a:b", "person 1"));
      transaction(() => recordAudit("Ada", "a:b", "person 2"));
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([2]);
  });

  test("that does not happen is not announced and leaves no change", () => {
    const announce = vi.fn();
    onCommit(announce);
    expect(() =>
      transaction(() => {
        recordAudit("Ada", "a:b", "person 1");
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(announce).not.toHaveBeenCalled();
    expect(listChangesAfter(0, 10)).toEqual([]);
  });
});

describe("another process on the same file", () => {
  test("is noticed when it commits, and its changes come after all that were there", () => {
    const folder = mkdtempSync(join(tmpdir(), "muster-live-"));
    const file = join(folder, "muster.db");
    replaceDatabase(openDatabase(file));
    const other = openDatabase(file);
    recordAudit("Ada", "a:b", "person 1");
    const before = foreignCommits();

    recordAudit("Ada", "a:b", "person 2");
    expect(foreignCommits()).toBe(before);
    other
      .insert(auditLog)
      .values({ hash: "h", actor: "import", action: "c:d", object: "person 3" })
      .run();

    expect(foreignCommits()).not.toBe(before);
    expect(listChangesAfter(2, 10)).toMatchObject([{ id: 3, actor: "import" }]);
    other.$client.close();
    replaceDatabase(undefined);
    rmSync(folder, { recursive: true });
  });
});

import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { editEvent, type EventEdit } from "@/db/mutations/event-edits";
import { addEvent } from "@/db/mutations/events";
import { importRecord } from "@/db/mutations/import";
import { postUpdate } from "@/db/mutations/updates";
import { getIncidentDetail } from "@/db/queries/incident-detail";
import { exportRecord, findIncidentByKey, recordOf } from "@/db/queries/record";
import { auditLog, eventRevisions, events } from "@/db/schema";
import { analyze } from "@/lib/domain/analysis";
import { ConflictError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const minute = 60_000;
const at = NOON + 5 * minute;
const later = NOON + 60 * minute;
const grace = makeViewer();

/** Adds a row as Grace and gives the edit that leaves it as it is. */
function typed(): EventEdit {
  const key = makeIncident();
  const row = { key, type: "investigation", description: "The pool is full.", at } as const;
  const { seq } = addEvent(grace, row, later);
  return { ...row, seq, version: 1, audience: "internal" };
}

const stored = (seq: number) =>
  db()
    .select()
    .from(events)
    .all()
    .find((event) => event.seq === seq);

describe("editEvent", () => {
  test("changes the row and keeps what it said before", () => {
    const edit = typed();
    const changed = {
      type: "mitigation",
      description: "The pool was full: we doubled it.",
      at: at + 2 * minute + 30_000,
      audience: "stakeholders",
    } as const;

    expect(editEvent(grace, { ...edit, ...changed }, later)).toEqual({ seq: edit.seq });

    expect(stored(edit.seq)).toMatchObject({
      ...changed,
      timestamp: "2026-01-05T12:07:30Z",
      version: 2,
      editedAt: later,
      actor: "Grace",
    });
    expect(db().select().from(eventRevisions).all()).toMatchObject([
      {
        at,
        type: "investigation",
        description: "The pool is full.",
        audience: "internal",
        editedBy: "Grace",
        editedAt: later,
      },
    ]);
  });

  test("leaves an audit row without the text", () => {
    const edit = typed();
    editEvent(grace, { ...edit, description: "Something else." }, later);
    const audit = db().select().from(auditLog).all().at(-1);
    expect(audit).toMatchObject({
      action: "incident:edit-event",
      object: `incident ${edit.key}`,
      detail: { seq: edit.seq, version: 2 },
    });
    expect(audit?.incidentId).toBe(stored(edit.seq)?.incidentId);
  });

  test("does nothing where nothing is different", () => {
    const edit = typed();
    editEvent(grace, edit, later);
    expect(stored(edit.seq)).toMatchObject({ version: 1, editedAt: null });
    expect(db().select().from(eventRevisions).all()).toEqual([]);
  });

  test("shows what stands there when someone was faster, and overwrites nothing", () => {
    const edit = typed();
    const admin = makeViewer({ userId: 9, name: "Ada", role: "admin" });
    editEvent(admin, { ...edit, description: "Ada's words." }, later);

    const late = () => editEvent(grace, { ...edit, description: "Grace's words." }, later + 1);

    expect(late).toThrow(ConflictError);
    try {
      late();
    } catch (error) {
      expect(error).toMatchObject({
        current: { description: "Ada's words.", version: 2, editedBy: "Ada", editedAt: later },
      });
    }
    expect(stored(edit.seq)?.description).toBe("Ada's words.");
    expect(editEvent(grace, { ...edit, description: "Grace's words.", version: 2 }, later)).toEqual(
      { seq: edit.seq },
    );
  });

  test("refuses a time that is yet to come, and says which field it is about", () => {
    const edit = typed();
    try {
      editEvent(grace, { ...edit, at: later + 2 * minute }, later);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ field: "at" });
    }
    expect(stored(edit.seq)?.version).toBe(1);
  });

  test("is for the author and admins", () => {
    const edit = typed();
    const other = makeViewer({ userId: 2, name: "Ada" });
    expect(() => editEvent(other, { ...edit, description: "x" }, later)).toThrow(
      "Grace wrote this row.",
    );
  });

  test("leaves rows alone that a record or the portal wrote", () => {
    importRecord("system", sampleRecord());
    const key = makeIncident();
    postUpdate(grace, { key, audience: "internal", message: "We are on it." }, later);
    const edit = { ...typed(), description: "x" };
    const admin = makeViewer({ role: "admin" });

    expect(() => editEvent(admin, { ...edit, key: "INC-2024-0142", seq: 1 }, later)).toThrow(
      "imported record",
    );
    expect(() => editEvent(admin, { ...edit, key, seq: 1 }, later)).toThrow("Muster wrote");
    expect(() => editEvent(admin, { ...edit, key, seq: 2 }, later)).toThrow("Correct the message");
  });

  test("says so when the row is not there", () => {
    expect(() => editEvent(grace, { ...typed(), seq: 404 }, later)).toThrow("no event 404");
  });

  test("is exported as it reads now", () => {
    const edit = typed();
    editEvent(grace, { ...edit, description: "We doubled it." }, later);
    const { events: exported } = JSON.parse(exportRecord(grace, edit.key) ?? "{}");
    expect(exported[1]).toEqual({
      timestamp: "2026-01-05T12:05:00Z",
      type: "investigation",
      actor: "Grace",
      description: "We doubled it.",
    });
  });

  test("moves milestones, phases and metrics with it at once", () => {
    const edit = typed();
    editEvent(grace, { ...edit, type: "mitigation", at: at + 10 * minute }, later);
    addEvent(grace, { ...edit, type: "detection", at: NOON }, later);

    const detail = getIncidentDetail(grace, edit.key);
    const id = findIncidentByKey(grace, edit.key)?.id ?? 0;
    expect(detail?.analysis).toEqual(analyze(recordOf(id)));
    expect(detail?.analysis.milestones.mitigated?.at).toBe("2026-01-05T12:15:00Z");
    expect(detail?.analysis.metrics.time_to_mitigate).toMatchObject({ minutes: 15 });
    expect(detail?.phases.phases.map(({ name }) => name)).toEqual([
      "triage",
      "detection",
      "mitigation",
    ]);
  });
});

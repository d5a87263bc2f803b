import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { correctMessage, type Correction } from "@/db/mutations/corrections";
import { importRecord } from "@/db/mutations/import";
import { postUpdate } from "@/db/mutations/updates";
import { createShareLink } from "@/db/mutations/share-links";
import { listMessageEdits } from "@/db/queries/messages";
import { exportRecord, findIncidentByKey } from "@/db/queries/record";
import { findPublicId } from "@/db/queries/status-page";
import { auditLog, communications, eventRevisions, events } from "@/db/schema";
import { ConflictError, UnconfirmedError } from "@/lib/domain/error";
import type { Audience } from "@/lib/domain/incident";
import { freshDatabase } from "../support/database";
import { openShared } from "../support/shared";
import { publicIncident } from "../support/public-incident";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LATER = NOON + 12 * MINUTE;
const hedy = makeViewer({ userId: 2, name: "Hedy" });
const ada = makeViewer({ userId: 3, name: "Ada", role: "admin" });

function post(audience: Audience, message = "Payments are slow.") {
  const key = makeIncident();
  postUpdate(makeViewer(), { key, audience, message, nextUpdateMinutes: 30 }, NOON + MINUTE);
  return key;
}

function correct(key: string, change: Partial<Correction> = {}, viewer = makeViewer()) {
  const correction = { key, seq: 1, message: "Payments fail.", version: 1, confirmed: [] };
  return correctMessage(viewer, { ...correction, ...change }, LATER);
}

const idOf = (key: string) => findIncidentByKey(ada, key)?.id ?? 0;
const publicPage = (key: string) => publicIncident(findPublicId(idOf(key)));
const exported = (key: string) => JSON.parse(exportRecord(ada, key) ?? "");

describe("correctMessage", () => {
  test("changes the text, keeps the earlier one, and the timeline and the export follow", () => {
    const key = post("internal");
    expect(correct(key)).toEqual({ seq: 1 });

    expect(db().select().from(communications).all()).toMatchObject([
      { message: "Payments fail.", version: 2, editedAt: LATER },
    ]);
    expect(listMessageEdits(makeViewer(), idOf(key))).toMatchObject([
      {
        version: 2,
        correctedAt: LATER,
        earlier: [{ message: "Payments are slow.", editedBy: "Grace", editedAt: LATER }],
      },
    ]);
    expect(db().select().from(events).all()[1]).toMatchObject({
      description: "Internal note: Payments fail.",
      editedAt: LATER,
      version: 2,
    });
    expect(db().select().from(eventRevisions).all()).toMatchObject([
      { description: "Internal note: Payments are slow.", editedBy: "Grace" },
    ]);
    expect(exported(key).communications[0].message).toBe("Payments fail.");
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      action: "incident:correct",
      detail: { seq: 1, isPublic: false },
    });
  });

  test("is never silent for those who read it on the status page or by a link", () => {
    const key = post("external");
    const { token } = createShareLink(ada, { key, label: "them" }, NOON);
    correct(key);

    expect(publicPage(key)?.updates).toMatchObject([
      { body: "Payments fail.", correctedAt: LATER, nextUpdateDueAt: NOON + 31 * MINUTE },
    ]);
    expect(openShared(token, key, LATER)?.incident.messages).toMatchObject([
      { text: "Payments fail.", correctedAt: LATER },
    ]);
  });

  test("moves the promise that only the text makes", () => {
    const key = makeIncident();
    const message = "We look. Next update in 30 minutes.";
    postUpdate(makeViewer(), { key, audience: "external", message }, NOON);
    correct(key, { message: "We look. Next update in 60 minutes." });
    expect(publicPage(key)?.updates[0]?.nextUpdateDueAt).toBe(NOON + HOUR);
  });

  test("keeps an imported message's status word, and rewrites the row in short", () => {
    const { key } = importRecord("system", sampleRecord(), { publish: true });
    const message = "Identified - A release filled the connections. Next update in 15 minutes.";
    correct(key, { seq: 3, message, confirmed: [asked(key, message)] });

    const [, , third] = publicPage(key)?.updates ?? [];
    expect(third).toMatchObject({
      status: "identified",
      body: "A release filled the connections. Next update in 15 minutes.",
    });
    const row = exported(key).events.find(
      ({ timestamp }: { timestamp: string }) => timestamp === "2024-01-15T14:45:00Z",
    );
    expect(row.description).toBe(
      "Status page updated: Identified - A release filled the connections. Next update in 15 minutes.",
    );
  });

  test("asks about a public text as posting it would, and about an internal one nothing", () => {
    const key = post("external");
    const message = "Payments fail, see payments@example.com.";
    expect(() => correct(key, { message })).toThrow(UnconfirmedError);
    expect(publicPage(key)?.updates[0]).toMatchObject({ body: "Payments are slow." });

    const confirmed = [
      "leak | payments@example.com | An e-mail address. Customers do not know it.",
    ];
    correct(key, { message, confirmed });
    expect(publicPage(key)?.updates[0]?.body).toBe(message);
    expect(db().select().from(auditLog).all().at(-1)?.detail).toEqual({
      seq: 1,
      isPublic: true,
      confirmed,
      before: { message: "Payments are slow." },
      after: { message },
    });
    correct(post("internal"), { message });
  });

  test("refuses a writer who has not seen what stands there", () => {
    const key = post("internal");
    correct(key);
    expect(() => correct(key, { message: "Payments stand still." })).toThrow(ConflictError);
    expect(exported(key).communications[0].message).toBe("Payments fail.");
  });

  test("changes nothing where the text is the same", () => {
    const key = post("external");
    correct(key, { message: "Payments are slow." });
    expect(publicPage(key)?.updates[0]?.correctedAt).toBeNull();
    expect(db().select().from(communications).all()[0]?.version).toBe(1);
  });

  test("leaves internal words to their author and admins, and public ones to any responder", () => {
    const internal = post("internal");
    expect(() => correct(internal, {}, hedy)).toThrow(
      "Grace wrote this. They or an admin can correct it.",
    );
    correct(internal, {}, ada);
    correct(post("external"), {}, hedy);
    expect(listMessageEdits(hedy, idOf(internal))).toMatchObject([{ mayCorrect: false }]);
  });

  test("says so when the message is not there", () => {
    expect(() => correct(makeIncident())).toThrow("This message is not there.");
  });
});

/** The key of the one thing that correcting it so is asked about. */
function asked(key: string, message: string): string {
  try {
    correct(key, { seq: 3, message });
  } catch (error) {
    if (!(error instanceof UnconfirmedError)) throw error;
    const [{ kind, quote, says } = { kind: "", quote: "", says: "" }] = error.findings;
    return `${kind} | ${quote} | ${says}`;
  }
  return "";
}

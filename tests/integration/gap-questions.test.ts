import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addEvent } from "@/db/mutations/events";
import { answerQuestion, askWhoWasThere, passQuestion } from "@/db/mutations/gap-questions";
import { listAskable, listQuestions, listWaitingQuestions } from "@/db/queries/gap-questions";
import { auditLog, events, gapQuestions, incidents, people, personAliases } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";
import { makeUser } from "../support/make-user";

freshDatabase();

const minute = 60_000;
const end = NOON + 45 * minute;
const later = NOON + 60 * minute;
const grace = makeViewer();
const ada = makeViewer({ userId: 2, name: "Ada Lovelace", email: "ada@example.com" });

/** An incident with a silence from 12:00 to 12:45, and Ada in the directory. */
function silence(): string {
  const key = makeIncident();
  addEvent(grace, { key, type: "mitigation", description: "It works again.", at: end }, later);
  db().insert(people).values({ name: "Ada Lovelace" }).onConflictDoNothing().run();
  return key;
}

const question = (key: string, overrides = {}) => ({
  key,
  start: NOON,
  end,
  person: "Ada Lovelace",
  note: "Who restarted the pool?",
  ...overrides,
});

function asked(): string {
  const key = silence();
  askWhoWasThere(grace, question(key));
  return key;
}

const answer = (key: string, overrides = {}) => ({
  key,
  question: 1,
  type: "mitigation",
  description: "I restarted the pool.",
  at: NOON + 20 * minute,
  hasMore: false,
  ...overrides,
});

describe("askWhoWasThere", () => {
  test("leaves a note for a person about a silence", () => {
    const key = asked();
    expect(listWaitingQuestions(ada)).toMatchObject([
      { key, startsAt: NOON, endsAt: end, note: "Who restarted the pool?", askedBy: "Grace" },
    ]);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      action: "incident:ask",
      detail: { person: "Ada Lovelace" },
    });
  });

  test("takes any name that the directory has for the person", () => {
    const key = silence();
    const id = db().select().from(people).all().at(-1)?.id ?? 0;
    db()
      .insert(personAliases)
      .values({ personId: id, alias: "ada", confirmedBy: "Grace", confirmedAt: NOON })
      .run();
    askWhoWasThere(grace, question(key, { person: "ADA" }));
    expect(listWaitingQuestions(ada)).toHaveLength(1);
  });

  test("takes someone who signs in, and adds them to the directory", async () => {
    await makeUser({ name: "Linus", email: "linus@example.com" });
    askWhoWasThere(grace, question(silence(), { person: "linus" }));
    expect(listAskable()).toEqual(["Ada Lovelace", "Grace", "Linus"]);
    expect(listWaitingQuestions(makeViewer({ name: "Linus" }))).toHaveLength(1);
  });

  test("refuses a name that nobody has", () => {
    const key = silence();
    expect(() => askWhoWasThere(grace, question(key, { person: "Nobody" }))).toThrow(
      "knows nobody of that name",
    );
  });

  test("refuses a silence that is none", () => {
    const key = silence();
    const row = { key, type: "trigger", description: "x", at: NOON + minute };
    addEvent(grace, row, later);
    expect(() => askWhoWasThere(grace, question(key))).toThrow("no silence any more");
  });

  test("asks a person once about the same silence", () => {
    const key = asked();
    expect(() => askWhoWasThere(grace, question(key))).toThrow("was asked about this already");
    expect(db().select().from(gapQuestions).all()).toHaveLength(1);
  });
});

describe("answerQuestion", () => {
  test("adds what happened and closes the question", () => {
    const key = asked();
    const { seq } = answerQuestion(ada, answer(key), later);

    const added = db()
      .select()
      .from(events)
      .all()
      .find((event) => event.seq === seq);
    expect(added).toMatchObject({
      actor: "Ada Lovelace",
      origin: "portal",
      recordedBy: 2,
      at: NOON + 20 * minute,
    });
    expect(listWaitingQuestions(ada)).toEqual([]);
    expect(listQuestions(added?.incidentId ?? 0)).toMatchObject([
      { answeredBy: "Ada Lovelace", answeredAt: later },
    ]);
    expect(() => answerQuestion(ada, answer(key), later)).toThrow("answered this already");
  });

  test("stays open for more", () => {
    const key = asked();
    answerQuestion(ada, answer(key, { hasMore: true }), later);
    expect(listWaitingQuestions(ada)).toHaveLength(1);
  });

  test("keeps to the silence it is about", () => {
    const key = asked();
    expect(() => answerQuestion(ada, answer(key, { at: end + minute }), later)).toThrow(
      "Choose a time from 2026-01-05T12:00:00Z to 2026-01-05T12:45:00Z.",
    );
    expect(listWaitingQuestions(ada)).toHaveLength(1);
  });

  test("knows nothing of other incidents' questions", () => {
    asked();
    expect(() => answerQuestion(ada, answer(makeIncident()), later)).toThrow("not there");
  });
});

describe("passQuestion", () => {
  test("closes it without an event", () => {
    const key = asked();
    const before = db().select().from(events).all().length;
    passQuestion(ada, { key, question: 1 }, later);
    expect(listWaitingQuestions(ada)).toEqual([]);
    expect(db().select().from(events).all()).toHaveLength(before);
    expect(db().select().from(auditLog).all().at(-1)?.action).toBe("incident:answer");
  });
});

describe("listWaitingQuestions", () => {
  test("finds a person by the address that someone confirmed", () => {
    asked();
    const personId = db().select().from(people).all().at(-1)?.id ?? 0;
    const alias = "lovelace@example.com";
    db()
      .insert(personAliases)
      .values({ personId, alias, confirmedBy: "Grace", confirmedAt: NOON })
      .run();
    expect(listWaitingQuestions(makeViewer({ name: "A.", email: alias }))).toHaveLength(1);
    expect(listWaitingQuestions(grace)).toEqual([]);
  });

  test("names no private incident to those who may not know of it", () => {
    asked();
    db().update(incidents).set({ isPrivate: true }).run();
    expect(listWaitingQuestions(ada)).toEqual([]);
    expect(listWaitingQuestions({ ...ada, role: "admin" })).toHaveLength(1);
  });

  test("keeps to one incident when asked", () => {
    asked();
    expect(listWaitingQuestions(ada, 1)).toHaveLength(1);
    expect(listWaitingQuestions(ada, 99)).toEqual([]);
  });
});

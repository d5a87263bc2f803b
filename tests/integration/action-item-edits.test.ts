import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { addActionItem, changeItem } from "@/db/mutations/action-item-edits";
import { appendEvent } from "@/db/mutations/entries";
import { answerFactor } from "@/db/mutations/factor-choices";
import { changeFacts } from "@/db/mutations/facts";
import { findItem } from "@/db/queries/action-item";
import { itemStart } from "@/db/queries/item-start";
import { actionItems, auditLog, incidents, users } from "@/db/schema";
import { ConflictError, NotFoundError } from "@/lib/domain/error";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeActionItem } from "../support/make-action-item";
import { makeIncident } from "../support/make-incident";
import { makeTeam } from "../support/make-team";

freshDatabase();

const NOW = Date.parse("2026-05-01T10:00:00Z");
const grace = makeViewer({ name: "Grace" });
const stored = (id: number) => db().select().from(actionItems).where(eq(actionItems.id, id)).get();
const historyOf = (id: number) =>
  findItem(grace, id)?.changes.map(({ field, before, after }) => [field, before, after]);
function tell(description: string) {
  const { id = 0 } = db().select({ id: incidents.id }).from(incidents).get() ?? {};
  appendEvent({ id }, { at: NOW, type: "detection", actor: "Bob", description });
}
const lastAudit = () => db().select().from(auditLog).orderBy(desc(auditLog.id)).limit(1).get();

function conflictOf(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof ConflictError) return error.current;
    throw error;
  }
  return undefined;
}

describe("changeItem", () => {
  const seen = { title: "Add an alert", owner: "" };

  test("saves what the writer changed, keeps its history and tells who it was", () => {
    const id = makeActionItem();
    const { id: team } = makeTeam({ name: "Payments" });
    const texts = {
      title: "Add two alerts",
      description: "At *70 %*",
      owner: "Bob",
      team: String(team),
      ticketUrl: "https://acme.atlassian.net/browse/OPS-7",
      ticketKey: "",
    };
    const empty = { description: "", team: "", ticketUrl: "", ticketKey: "" };

    changeItem(grace, { id, texts, seen: { ...seen, ...empty } }, NOW);

    expect(stored(id)).toMatchObject({
      title: "Add two alerts",
      description: "At *70 %*",
      owner: "Bob",
      teamId: team,
      ticketKey: "OPS-7",
      version: 2,
    });
    expect(historyOf(id)).toEqual(
      expect.arrayContaining([
        ["title", "Add an alert", "Add two alerts"],
        ["owner", null, "Bob"],
        ["team", null, "Payments"],
        ["ticket", null, "OPS-7 https://acme.atlassian.net/browse/OPS-7"],
      ]),
    );
    expect(findItem(grace, id)).toMatchObject({
      team: { team: { name: "Payments" }, from: "item" },
      changes: [{ by: "Grace", at: NOW }, {}, {}, {}, {}],
    });
    expect(lastAudit()).toMatchObject({ action: "action-item:edit", detail: { action_item: id } });
  });

  test("leaves to the letter what the writer left, and writes nothing where that is all", () => {
    const id = makeActionItem({ title: "Add  an\nalert" });
    const before = stored(id);

    changeItem(grace, { id, seen, texts: { title: "Add an alert", owner: "", type: "" } });
    expect(stored(id)).toEqual(before);
    expect(lastAudit()).toMatchObject({ action: "incident:declare" });

    changeItem(grace, { id, seen, texts: { ...seen, owner: "Bob" } });
    expect(stored(id)).toMatchObject({ title: "Add  an\nalert", owner: "Bob" });
  });

  test("keeps what someone else changed beside it, and asks where both changed the same", () => {
    const id = makeActionItem();
    changeItem(grace, { id, seen, texts: { ...seen, title: "Hers" } });
    changeItem(grace, { id, seen, texts: { ...seen, owner: "Bob" } });
    expect(stored(id)).toMatchObject({ title: "Hers", owner: "Bob" });

    const attempt = () => changeItem(grace, { id, seen, texts: { ...seen, title: "His" } });
    expect(attempt).toThrow(ConflictError);
    expect(attempt).toThrow("Title now says “Hers”, you wrote “His”.");
  });

  test("puts a text in place once its writer was told, and nothing beside it", () => {
    const id = makeActionItem();
    changeItem(grace, { id, seen, texts: { title: "Hers", owner: "Ann" } });
    const mine = { title: "His", owner: "" };

    const told = conflictOf(() => changeItem(grace, { id, seen, texts: mine }));
    expect(told).toEqual({ title: "Hers", owner: "" });
    changeItem(grace, { id, texts: mine, seen: { title: "Hers", owner: "" } });
    expect(stored(id)).toMatchObject({ title: "His", owner: "Ann" });
  });

  test("takes 'me' for whoever writes", () => {
    const id = makeActionItem();
    db()
      .insert(users)
      .values({ id: 1, email: "g@example.com", name: "Grace", role: "responder", passwordHash: "" })
      .run();

    changeItem(grace, { id, texts: { owner: "Me" }, seen: { owner: "" } });

    expect(findItem(grace, id)).toMatchObject({ owner: "Grace", isOthers: false });
  });

  test("refuses an empty title, a team that is gone and addresses that nobody may be sent to", () => {
    const id = makeActionItem();
    const change = (texts: Record<string, string>) => () =>
      changeItem(grace, { id, texts, seen: { ...seen, team: "", ticketUrl: "", ticketKey: "" } });

    expect(change({ title: " " })).toThrow("An action item needs a title.");
    expect(change({ team: "404" })).toThrow("This team is gone. Choose another.");
    expect(change({ ticketUrl: "javascript:alert(1)" })).toThrow("https:// or http://");
    expect(change({ ticketKey: "OPS-1" })).toThrow("Give the ticket’s address too.");
  });

  test("takes a ticket out, with its key", () => {
    const ticket = { ticketUrl: "https://acme.example/1", ticketKey: "OPS-1" };
    const id = makeActionItem(ticket);
    changeItem(grace, { id, texts: { ticketUrl: "", ticketKey: "" }, seen: ticket });
    expect(stored(id)).toMatchObject({ ticketUrl: null, ticketKey: null });
  });

  test("does not know an item of a private incident", () => {
    makeIncident({ isPrivate: true });
    const id = makeActionItem();
    expect(() => changeItem(grace, { id, texts: { title: "Mine" }, seen })).toThrow(NotFoundError);
    expect(findItem(grace, id)).toBeUndefined();
  });
});

describe("addActionItem", () => {
  test("keeps where it came from", () => {
    const key = makeIncident();
    tell("The pool was exhausted.");
    expect(itemStart(grace, key, 2)).toEqual({ key, title: "The pool was exhausted.", event: "2" });

    const { id } = addActionItem(
      grace,
      { key, title: "Raise the pool", event: 2, section: "What went wrong" },
      NOW,
    );

    expect(findItem(grace, id)).toMatchObject({
      event: { seq: 2, description: "The pool was exhausted." },
      fromSection: "What went wrong",
      bornAt: NOW,
    });
  });

  test("refuses a row that is not there, and starts without one", () => {
    const key = makeIncident();
    expect(() => addActionItem(grace, { key, title: "x", event: 9 })).toThrow(NotFoundError);
    expect(itemStart(grace, key, 9)).toEqual({ key });
    expect(itemStart(grace, undefined, Number.NaN)).toEqual({});
  });

  test("gives nothing away of a private incident's rows", () => {
    const key = makeIncident({ isPrivate: true });
    tell("Secret");
    expect(itemStart(grace, key, 2)).toEqual({ key });
  });
});

describe("answerFactor", () => {
  test("links an item beside those that answer the factor already, and takes it off again", () => {
    const key = makeIncident();
    const seen = { contributing_factors: "" };
    changeFacts(grace, { key, facts: { contributing_factors: "No alert on the pool" }, seen });
    const other = makeActionItem({ type: "detection", ordinal: 0 });
    const id = makeActionItem({ type: "process", ordinal: 1 });
    const factor = "No alert on the pool";
    const factorsOf = (item: number) => findItem(grace, item)?.factors;
    expect(factorsOf(other)).toMatchObject([{ isAnswered: true, linkedBy: undefined }]);

    answerFactor(grace, { id, factor, version: 0, answers: true });
    expect(factorsOf(id)).toMatchObject([{ isAnswered: true, linkedBy: "Grace", version: 1 }]);
    expect(factorsOf(other)).toMatchObject([{ isAnswered: true }]);
    expect(historyOf(id)).toEqual([["factors", null, factor]]);
    expect(historyOf(other)).toEqual([]);

    expect(() => answerFactor(grace, { id, factor, version: 0, answers: false })).toThrow(
      ConflictError,
    );
    answerFactor(grace, { id, factor, version: 1, answers: false });
    expect(factorsOf(id)).toMatchObject([{ isAnswered: false }]);
    expect(historyOf(id)).toEqual([
      ["factors", factor, null],
      ["factors", null, factor],
    ]);
  });
});

describe("findItem", () => {
  test("knows nothing of an item that is gone", () => {
    expect(findItem(grace, 404)).toBeUndefined();
  });

  test("counts the age of a record's item from the end of its incident", () => {
    makeIncident();
    db().update(incidents).set({ resolvedAt: NOW }).run();
    const id = makeActionItem({ createdAt: NOW + 5 });
    expect(findItem(grace, id)?.bornAt).toBe(NOW);
    db().update(incidents).set({ resolvedAt: null }).run();
    expect(findItem(grace, id)?.bornAt).toBe(db().select().from(incidents).get()?.declaredAt);
  });
});

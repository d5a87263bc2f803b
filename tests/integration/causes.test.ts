import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { db, replaceDatabase } from "@/db/client";
import { addAnswer, categorizeFactor, linkFactor } from "@/db/mutations/factor-choices";
import { addFactor, editFactor, moveFactor, removeFactor } from "@/db/mutations/factors";
import { changeFacts } from "@/db/mutations/facts";
import { importRecord } from "@/db/mutations/import";
import { mergeIncident } from "@/db/mutations/merges";
import { openDatabase } from "@/db/open";
import { getCauses } from "@/db/queries/causes";
import { choicesOf, exportRecord, recordOf } from "@/db/queries/record";
import { listSameCause } from "@/db/queries/same-cause";
import { actionItems, auditLog, postmortemEditions, postmortems } from "@/db/schema";
import { analyze } from "@/lib/domain/analysis";
import { gapsBeforeApproval } from "@/lib/domain/coverage";
import { ConflictError } from "@/lib/domain/error";
import { FACT_NAMES, factTexts } from "@/lib/domain/facts";
import { freshDatabase } from "../support/database";
import { makeViewer, sampleRecord } from "../support/make";
import { makeIncident, NOON } from "../support/make-incident";

freshDatabase();

const KEY = "INC-2024-0142";
const FACTORS = sampleRecord().resolution?.contributing_factors ?? [];
const [LOAD = "", ALERT = "", CANARY = ""] = FACTORS;
const grace = makeViewer();
const ada = makeViewer({ userId: 2, name: "Ada" });

beforeEach(() => {
  importRecord("Grace", sampleRecord());
});

const causes = (key = KEY) => getCauses(grace, key) ?? { factors: [], more: 0, actions: [] };
const factorOf = (words: string) => causes().factors.find(({ text }) => text === words);
const words = () => causes().factors.map(({ text }) => text);
const gaps = () => analyze(recordOf(1), choicesOf(1)).coverage.gaps;
const lastAudit = () => db().select().from(auditLog).all().at(-1);
const link = (factor: string, actions: number[] | undefined, version = 0, viewer = grace) =>
  linkFactor(viewer, { key: KEY, factor, actions, version }, NOON);

describe("getCauses", () => {
  test("proposes categories and actions, and finds the sample's one gap", () => {
    expect(causes().factors).toMatchObject([
      { category: "environment", expectedType: "mitigation", actions: [], linked: undefined },
      { category: "tooling", expectedType: "detection", actions: [1] },
      { category: "process", expectedType: "process", actions: [4] },
      { category: "process", expectedType: "process", actions: [4] },
    ]);
    expect(gaps()).toEqual([{ factor: 0, category: "environment", expected_type: "mitigation" }]);
  });

  test("shows the first 100 factors, and says how many more there are", () => {
    const contributing_factors = Array.from({ length: 103 }, (_, index) => `Factor ${index}`);
    importRecord("Grace", {
      incident: { ...sampleRecord().incident, id: "INC-2" },
      resolution: { contributing_factors },
    });
    expect(causes("INC-2").factors).toHaveLength(100);
    expect(causes("INC-2").more).toBe(3);
    expect(causes().more).toBe(0);
  });

  test("is not there for those who may not know of the incident", () => {
    const key = makeIncident({ isPrivate: true });
    const stranger = makeViewer({ userId: 9, name: "Olga" });
    expect(getCauses(stranger, key)).toBeUndefined();
    expect(() => addFactor(stranger, { key, factor: "x" })).toThrow("There is no incident");
    expect(listSameCause(stranger, key)).toEqual([]);
  });
});

describe("categorizeFactor", () => {
  test("puts a factor under a category, with who and when, and takes it back", () => {
    const chosen = { key: KEY, factor: CANARY };
    categorizeFactor(ada, { ...chosen, category: "human", version: 0 }, NOON);
    expect(factorOf(CANARY)).toMatchObject({
      category: "human",
      proposed: "process",
      chosen: { by: "Ada", at: NOON },
      actions: [2, 3, 5],
      linked: undefined,
    });
    expect(lastAudit()).toMatchObject({
      actor: "Ada",
      action: "factor:categorize",
      object: `incident ${KEY}`,
      detail: { factor: CANARY, category: "human" },
      incidentId: 1,
    });

    categorizeFactor(grace, { ...chosen, category: undefined, version: 1 }, NOON);
    expect(factorOf(CANARY)).toMatchObject({
      category: "process",
      chosen: undefined,
      actions: [4],
    });
  });

  test("tells the slower of two what stands there", () => {
    categorizeFactor(ada, { key: KEY, factor: LOAD, category: "human", version: 0 }, NOON);
    const second = () =>
      categorizeFactor(grace, { key: KEY, factor: LOAD, category: "tooling", version: 0 });
    expect(second).toThrow(ConflictError);
    expect(second).toThrow("Now Ada chose human, and the actions are as proposed.");
    expect(factorOf(LOAD)?.category).toBe("human");
  });
});

describe("linkFactor", () => {
  test("links actions of any type, which answers the factor everywhere", () => {
    link(LOAD, [3]);
    expect(factorOf(LOAD)).toMatchObject({ actions: [3], linked: { by: "Grace", at: NOON } });
    expect(gaps()).toEqual([]);
    expect(lastAudit()).toMatchObject({
      action: "factor:link",
      detail: { factor: LOAD, actions: [3] },
    });
  });

  test("makes a gap of a factor that no action answers, and proposes again", () => {
    link(ALERT, []);
    expect(gapsBeforeApproval(recordOf(1), choicesOf(1)).map(({ factor }) => factor)).toEqual([
      0, 1,
    ]);
    link(ALERT, undefined, 1);
    expect(factorOf(ALERT)).toMatchObject({ actions: [1], linked: undefined });
  });

  test("refuses actions of other incidents and factors that are gone", () => {
    importRecord("Grace", {
      ...sampleRecord(),
      incident: { ...sampleRecord().incident, id: "INC-2" },
    });
    expect(() => link(LOAD, [6])).toThrow("One of these actions is gone.");
    expect(() => link("Another factor", [1])).toThrow(ConflictError);
  });

  test.each([
    ["says that no action answers it", []],
    ["says that AI-1, AI-3 answers it", [1, 3]],
  ])("tells the slower of two that somebody %s", (sentence, actions) => {
    link(LOAD, actions, 0, ada);
    expect(() => link(LOAD, [2])).toThrow(sentence);
    link(LOAD, [2], 1);
    expect(factorOf(LOAD)?.actions).toEqual([2]);
  });

  test("makes a gap once the only linked action is removed", () => {
    link(LOAD, [5]);
    db().delete(actionItems).run();
    expect(factorOf(LOAD)).toMatchObject({ actions: [], linked: { by: "Grace" } });
  });
});

describe("addAnswer", () => {
  test("adds an action that answers the factor, whatever its type", () => {
    const answer = { title: "Limit the pool", type: "process", key: KEY, factor: LOAD };
    const { id, title } = addAnswer(grace, answer, NOON);
    expect(title).toBe("Limit the pool");
    expect(factorOf(LOAD)).toMatchObject({ actions: [id], linked: { by: "Grace" } });
    expect(db().select().from(auditLog).all().slice(-2)).toMatchObject([
      { action: "action-item:add" },
      { action: "factor:link" },
    ]);
  });

  test("leaves what answered the factor before", () => {
    const { id } = addAnswer(grace, { title: "Page earlier", key: KEY, factor: ALERT }, NOON);
    expect(factorOf(ALERT)?.actions).toEqual([1, id]);
  });

  test("adds the action alone without a factor, or where it is gone", () => {
    const { id } = addAnswer(grace, { title: "Look around", key: KEY });
    addAnswer(grace, { title: "Look again", key: KEY, factor: "Gone" });
    expect(
      causes()
        .actions.slice(5)
        .map((item) => item.title),
    ).toEqual(["Look around", "Look again"]);
    expect(id).toBe(6);
    expect(choicesOf(1)).toMatchObject({ factorActions: {} });
  });
});

describe("the list of factors", () => {
  test("is changed in the record, so that an export has it", () => {
    expect(addFactor(grace, { key: KEY, factor: "Nobody knew the pool's size" })).toEqual({
      place: 4,
    });
    editFactor(grace, { key: KEY, factor: CANARY, place: 2, words: "No canary at all" });
    moveFactor(grace, { key: KEY, factor: "No canary at all", place: 2, step: -1 });
    removeFactor(grace, { key: KEY, factor: LOAD, place: 0 });

    const exported = JSON.parse(exportRecord(grace, KEY) ?? "");
    expect(exported.resolution.contributing_factors).toEqual([
      "No canary at all",
      ALERT,
      FACTORS[3],
      "Nobody knew the pool's size",
    ]);
    expect(exported.resolution.root_cause).toBe(sampleRecord().resolution?.root_cause);
    const told = db().select().from(auditLog).all().slice(-4);
    expect(told.map(({ action }) => action)).toEqual([
      "factor:add",
      "factor:edit",
      "factor:move",
      "factor:remove",
    ]);
    expect(told[3]?.detail).toEqual({ factor: LOAD });
  });

  test("holds each factor once", () => {
    expect(() => addFactor(grace, { key: KEY, factor: ` ${LOAD} ` })).toThrow("already");
    const edit = { key: KEY, factor: ALERT, place: 1, words: LOAD };
    expect(() => editFactor(grace, edit)).toThrow("already");
  });

  test("holds 100 factors at most", () => {
    const contributing_factors = Array.from({ length: 100 }, (_, index) => `Factor ${index}`);
    importRecord("Grace", {
      incident: { ...sampleRecord().incident, id: "INC-2" },
      resolution: { contributing_factors },
    });
    const more = () => addFactor(grace, { key: "INC-2", factor: "One more" });
    expect(more).toThrow("There are 100 factors already.");
  });

  test("leaves no trace of a change that changes nothing", () => {
    const rows = db().select().from(auditLog).all().length;
    expect(editFactor(grace, { key: KEY, factor: LOAD, place: 0, words: LOAD })).toEqual({
      place: 0,
    });
    expect(moveFactor(grace, { key: KEY, factor: LOAD, place: 0, step: -1 })).toEqual({ place: 0 });
    expect(db().select().from(auditLog).all()).toHaveLength(rows);
  });

  test("refuses a change of a factor that somebody else changed", () => {
    editFactor(ada, { key: KEY, factor: LOAD, place: 0, words: "No load test" });
    for (const change of [
      () => editFactor(grace, { key: KEY, factor: LOAD, place: 0, words: "x" }),
      () => moveFactor(grace, { key: KEY, factor: LOAD, place: 0, step: 1 }),
      () => removeFactor(grace, { key: KEY, factor: LOAD, place: 0 }),
    ]) {
      expect(change).toThrow(ConflictError);
    }
    expect(words()).toEqual(["No load test", ...FACTORS.slice(1)]);
  });

  test("is only read once the incident was merged", () => {
    const into = makeIncident();
    importRecord("Grace", {
      incident: { ...sampleRecord().incident, id: "INC-2" },
      resolution: { contributing_factors: [LOAD] },
    });
    mergeIncident(grace, { key: "INC-2", other: into });
    const seen = { key: "INC-2", factor: LOAD };
    for (const change of [
      () => addFactor(grace, seen),
      () => linkFactor(grace, { ...seen, actions: [], version: 0 }),
      () => categorizeFactor(grace, { ...seen, category: "human", version: 0 }),
      () => addAnswer(grace, { ...seen, title: "x" }),
    ]) {
      expect(change).toThrow("was merged into");
    }
  });
});

describe("choices about factors", () => {
  const facts = () => factTexts(recordOf(1), FACT_NAMES);
  const rewrite = (list: string[]) =>
    changeFacts(grace, {
      key: KEY,
      facts: { contributing_factors: list.join("\n") },
      seen: facts(),
    });

  test("follow a factor to entirely other words", () => {
    link(LOAD, [3]);
    editFactor(grace, { key: KEY, factor: LOAD, place: 0, words: "Nobody tried it out" });
    expect(factorOf("Nobody tried it out")?.actions).toEqual([3]);
  });

  test("follow factors that were edited and reordered in the facts' form", () => {
    link(LOAD, [3]);
    link(CANARY, [2]);
    rewrite([`${CANARY} yet`, ALERT, LOAD.replace("Insufficient", "Too little")]);
    expect(causes().factors.map(({ actions }) => actions)).toEqual([[2], [1], [3]]);
  });

  test("make room for one that comes to their words", () => {
    link(LOAD, [3]);
    removeFactor(grace, { key: KEY, factor: LOAD, place: 0 });
    link(ALERT, [1, 2]);
    editFactor(grace, { key: KEY, factor: ALERT, place: 0, words: LOAD });
    expect(factorOf(LOAD)?.actions).toEqual([1, 2]);
  });

  test("wait for a removed factor to come back", () => {
    link(LOAD, [3]);
    removeFactor(grace, { key: KEY, factor: LOAD, place: 0 });
    addFactor(grace, { key: KEY, factor: LOAD });
    expect(factorOf(LOAD)?.actions).toEqual([3]);
  });

  test("stay unused once an import has other factors", () => {
    link(LOAD, [3]);
    const record = sampleRecord();
    record.resolution = { contributing_factors: ["Something else", ALERT] };
    importRecord("Grace", record, { replace: true });
    expect(choicesOf(1)).toMatchObject({ factorActions: {}, factorCategories: {} });
    expect(causes().factors.map(({ linked }) => linked)).toEqual([undefined, undefined]);
  });

  test("keep every link through any edits of the factors", () => {
    const step = fc.record({
      kind: fc.constantFrom("edit", "up", "down", "rewrite", "add"),
      place: fc.nat({ max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        replaceDatabase(openDatabase(":memory:"));
        importRecord("Grace", sampleRecord());
        const start = words();
        start.forEach((factor, index) => link(factor, [index + 1]));
        steps.forEach(({ kind, place: any }, index) => {
          const list = words();
          const place = any % list.length;
          const seen = { key: KEY, factor: list[place] ?? "", place };
          const more = `${seen.factor} (${index})`;
          if (kind === "edit") editFactor(grace, { ...seen, words: more });
          if (kind === "up") moveFactor(grace, { ...seen, step: -1 });
          if (kind === "down") moveFactor(grace, { ...seen, step: 1 });
          if (kind === "rewrite") rewrite(list.with(place, more).toReversed());
          if (kind === "add") addFactor(grace, { key: KEY, factor: `New ${index}` });
        });
        for (const { text, actions, linked } of causes().factors) {
          const origin = start.findIndex((factor) => text.startsWith(factor));
          if (origin !== -1) expect(actions).toEqual([origin + 1]);
          else expect(linked).toBeUndefined();
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("a promised report", () => {
  const report = () => analyze(recordOf(1), choicesOf(1)).promises.at(-1);

  function publish(number: number, publishedAt: number): void {
    if (number === 1) {
      const text = { body: "x", version: 1, updatedBy: "Grace", updatedAt: NOON };
      db()
        .insert(postmortems)
        .values({ incidentId: 1, ...text })
        .run();
    }
    const edition = { number, version: 1, body: "x", publishedBy: "Grace", publishedAt };
    db()
      .insert(postmortemEditions)
      .values({ postmortemId: 1, ...edition })
      .run();
  }

  test("is open until the postmortem is published", () => {
    expect(report()).toMatchObject({ due_at: "2024-01-17T16:50:00Z", state: "open" });
  });

  test("is kept by the first publication, whatever editions come after it", () => {
    publish(1, Date.UTC(2024, 0, 17, 16, 50));
    publish(2, Date.UTC(2024, 0, 20));
    expect(report()).toMatchObject({ state: "kept", late_minutes: 0 });
  });

  test("is missed by a late one", () => {
    publish(1, Date.UTC(2024, 0, 17, 17, 20));
    expect(report()).toMatchObject({ state: "missed", late_minutes: 30 });
  });
});

describe("listSameCause", () => {
  test("finds earlier incidents with the same cause, and their open actions", () => {
    const { incident, resolution } = sampleRecord();
    importRecord("Grace", {
      incident: { ...incident, id: "INC-2023-0001", declared_at: "2023-05-01T10:00:00Z" },
      resolution,
      action_items: [
        { title: "Size the pool", status: "open" },
        { title: "Tell everybody", status: "done" },
      ],
    });
    importRecord("Grace", {
      incident: { ...incident, id: "INC-2023-0002", declared_at: "2023-06-01T10:00:00Z" },
    });
    expect(listSameCause(grace, KEY)).toMatchObject([
      { key: "INC-2023-0001", openItems: [{ title: "Size the pool" }] },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  addRule,
  editRule,
  moveRule,
  removeRule,
  switchRule,
  type RuleDraft,
} from "@/db/mutations/alert-rule-edits";
import { listActiveRules, listRules } from "@/db/queries/alert-rules";
import { previewRule } from "@/db/queries/rule-preview";
import { auditLog } from "@/db/schema";
import { freshDatabase } from "../support/database";
import { makeViewer } from "../support/make";
import { makeAlert } from "../support/make-alert";

freshDatabase();

const ada = makeViewer({ name: "Ada", role: "admin" });

const draft = (overrides: Partial<RuleDraft> = {}): RuleDraft => ({
  name: "Payments",
  conditions: { sources: [], labels: [], services: ["payment-*"], severities: [] },
  deed: "declare",
  severity: null,
  titleTemplate: "{title}",
  joins: "service",
  windowMinutes: null,
  closes: "timeline",
  ...overrides,
});

const names = () => listRules().map(({ name }) => name);

describe("addRule", () => {
  test("puts a rule behind the others", () => {
    addRule(ada, draft({ name: "A" }));
    addRule(ada, draft({ name: "B" }));
    expect(names()).toEqual(["A", "B"]);
    expect(listRules()[0]).toMatchObject({ createdBy: "Ada", version: 1, disabledAt: null });
    expect(db().select().from(auditLog).all().at(-1)?.action).toBe("alert-rule:add");
  });
});

describe("editRule", () => {
  test("changes a rule that nobody else changed meanwhile", () => {
    const { id } = addRule(ada, draft());
    editRule(ada, { ...draft({ name: "B", deed: "drop" }), id, version: 1 });
    expect(listRules()).toMatchObject([{ name: "B", deed: "drop", version: 2 }]);
    expect(() => editRule(ada, { ...draft(), id, version: 1 })).toThrow("Somebody else changed");
    expect(names()).toEqual(["B"]);
  });

  test("says so when the rule is gone", () => {
    expect(() => editRule(ada, { ...draft(), id: 404, version: 1 })).toThrow(
      "This rule is not there any more.",
    );
  });
});

describe("moveRule", () => {
  test("moves a rule among the others, and not beyond them", () => {
    for (const name of ["A", "B", "C"]) addRule(ada, draft({ name }));
    const id = listRules()[2]?.id ?? 0;
    moveRule(ada, { id, to: "up" });
    expect(names()).toEqual(["A", "C", "B"]);
    moveRule(ada, { id, to: "up" });
    moveRule(ada, { id, to: "up" });
    expect(names()).toEqual(["C", "A", "B"]);
    moveRule(ada, { id, to: "down" });
    expect(names()).toEqual(["A", "C", "B"]);
  });
});

describe("switchRule", () => {
  test("switches a rule off and on again", () => {
    const { id } = addRule(ada, draft());
    switchRule(ada, { id, to: "off" });
    expect(listActiveRules()).toEqual([]);
    switchRule(ada, { id, to: "on" });
    expect(listActiveRules()).toHaveLength(1);
  });
});

describe("removeRule", () => {
  test("takes a rule away", () => {
    const { id } = addRule(ada, draft());
    removeRule(ada, { id });
    expect(listRules()).toEqual([]);
    expect(() => removeRule(ada, { id })).toThrow("This rule is not there any more.");
  });
});

describe("previewRule", () => {
  test("says which of the last alerts a rule would be for", () => {
    const { id } = makeAlert({ serviceText: "payment-gateway" });
    makeAlert({ serviceText: "search" });
    const { looked, matched } = previewRule(draft().conditions);
    expect(looked).toBe(2);
    expect(matched.map((alert) => alert.id)).toEqual([id]);
  });
});

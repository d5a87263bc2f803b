import { describe, expect, test } from "vitest";
import { changeText } from "@/lib/domain/change-text";
import { concerns, incidentKeyOf, isQuiet, spreadOf, type ChangeNotice } from "@/lib/domain/live";

const change = (overrides: Partial<ChangeNotice> = {}): ChangeNotice => ({
  action: "incident:post-update",
  incidentKey: "INC-2026-0007",
  actor: "Grace",
  at: 0,
  ...overrides,
});

describe("incidentKeyOf", () => {
  test.each([
    ["/incidents/INC-1", "INC-1"],
    ["/incidents/INC-1/postmortem/revisions/2", "INC-1"],
    ["/incidents/INC-1?event=3#e-3", "INC-1"],
    ["/incidents", undefined],
    ["/incidents/new", undefined],
    ["/actions", undefined],
  ])("%s belongs to %s", (path, key) => {
    expect(incidentKeyOf(path)).toBe(key);
  });
});

describe("concerns", () => {
  test("shows an incident's page what is new there, and what belongs to no incident", () => {
    expect(concerns(change(), "/incidents/INC-2026-0007/share")).toBe(true);
    expect(concerns(change(), "/incidents/INC-2026-0008")).toBe(false);
    expect(concerns(change({ incidentKey: undefined }), "/incidents/INC-2026-0008")).toBe(true);
  });

  test("shows lists and boards everything", () => {
    expect(concerns(change(), "/incidents")).toBe(true);
    expect(concerns(change(), "/actions")).toBe(true);
  });
});

describe("isQuiet", () => {
  test("is true where somebody signs in and nothing else", () => {
    expect(isQuiet("session:start")).toBe(true);
    expect(isQuiet("incident:declare")).toBe(false);
  });
});

describe("spreadOf", () => {
  test("lets few pages read at once and many one after another, within bounds", () => {
    expect(spreadOf(20)).toBe(0);
    expect(spreadOf(200)).toBe(8000);
    expect(spreadOf(100_000)).toBe(15_000);
  });
});

describe("changeText", () => {
  test("says who did what", () => {
    expect(changeText([change()])).toBe("Grace posted an update");
    expect(changeText([change({ action: "something:new" })])).toBe("Grace made a change");
  });

  test("counts several, with the incident where it is one", () => {
    expect(changeText([change(), change()])).toBe("2 changes on INC-2026-0007");
    expect(changeText([change(), change({ incidentKey: "INC-1" }), change()])).toBe("3 changes");
    expect(
      changeText([change({ incidentKey: undefined }), change({ incidentKey: undefined })]),
    ).toBe("2 changes");
  });

  test("says nothing of nothing", () => {
    expect(changeText([])).toBe("");
  });
});

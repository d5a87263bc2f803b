import { describe, expect, test } from "vitest";
import { POSTMORTEM_STATES } from "@/lib/domain/postmortem";
import {
  isApproved,
  ownApprovalProblem,
  reasonProblem,
  stateAfter,
  stepProblem,
  writersOf,
  type Opinion,
  type ReviewStep,
} from "@/lib/domain/review";

const yes = (name: string, version = 3): Opinion => ({ name, verdict: "approved", version });
const no = (name: string, version = 3): Opinion => ({
  name,
  verdict: "changes_requested",
  version,
});
const waits = (name: string): Opinion => ({ name, verdict: null, version: null });

describe("the steps of a review", () => {
  const from = (step: ReviewStep) =>
    POSTMORTEM_STATES.filter((state) => stepProblem(step, state) === undefined);

  test("are asked for from anywhere but where none is required", () => {
    expect(from("ask")).toEqual(["draft", "in_review", "approved", "published"]);
  });

  test("are judged and withdrawn only after somebody asked", () => {
    expect(from("judge")).toEqual(["in_review", "approved"]);
    expect(from("withdraw")).toEqual(["in_review", "approved"]);
  });

  test("are dropped before publication, and required again only then", () => {
    expect(from("drop")).toEqual(["draft", "in_review", "approved"]);
    expect(from("require")).toEqual(["not_required"]);
  });

  test("say why not", () => {
    expect(stepProblem("judge", "draft")).toMatch(/Nobody has asked/);
    expect(stepProblem("judge", "published")).toMatch(/is published\. Ask/);
    expect(stepProblem("drop", "published")).toMatch(/somebody needed it/);
    expect(stepProblem("ask", "not_required")).toMatch(/Take that back/);
    expect(stepProblem("require", "draft")).toMatch(/required already/);
  });
});

describe("a text", () => {
  test("is approved when each reviewer approved this version", () => {
    expect(isApproved([yes("Grace"), yes("Ada")], 3)).toBe(true);
    expect(isApproved([yes("Grace"), yes("Ada", 2)], 3)).toBe(false);
    expect(isApproved([yes("Grace"), waits("Ada")], 3)).toBe(false);
    expect(isApproved([yes("Grace"), no("Ada")], 3)).toBe(false);
    expect(isApproved([], 3)).toBe(false);
  });

  test("goes back to a draft when somebody asks for changes", () => {
    expect(stateAfter("changes_requested", [yes("Grace")], 3)).toBe("draft");
    expect(stateAfter("approved", [yes("Grace")], 3)).toBe("approved");
    expect(stateAfter("approved", [yes("Grace"), waits("Ada")], 3)).toBe("in_review");
  });

  test("has the writers of all its revisions", () => {
    expect(writersOf(["Ada", "Ada, Grace", ""])).toEqual(["Ada", "Grace"]);
  });
});

describe("whoever wrote a text alone", () => {
  const approval = { approver: "Ada", writers: ["Ada"], opinions: [], version: 3, others: 2 };

  test("cannot be its only approver where somebody else could be", () => {
    expect(ownApprovalProblem(approval)).toMatch(/Somebody else/);
    expect(ownApprovalProblem({ ...approval, opinions: [yes("Grace", 2), yes("Ada")] })).toMatch(
      /Somebody else/,
    );
  });

  test("approves it beside another, or where there is nobody else", () => {
    expect(ownApprovalProblem({ ...approval, opinions: [yes("Grace")] })).toBeUndefined();
    expect(ownApprovalProblem({ ...approval, others: 0 })).toBeUndefined();
    expect(ownApprovalProblem({ ...approval, writers: ["Ada", "Grace"] })).toBeUndefined();
    expect(ownApprovalProblem({ ...approval, writers: [] })).toBeUndefined();
  });
});

describe("a reason for no postmortem", () => {
  test("is needed, and a longer one where a postmortem is required", () => {
    expect(reasonProblem("SEV4", " ")).toMatch(/Say why/);
    expect(reasonProblem("SEV4", "Tiny.")).toBeUndefined();
    expect(reasonProblem("SEV1", "Tiny.")).toMatch(/40 characters/);
    expect(
      reasonProblem("SEV2", "A provider's outage, of which they wrote a report."),
    ).toBeUndefined();
  });
});

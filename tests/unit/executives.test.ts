import { describe, expect, test } from "vitest";
import { executivesTold } from "@/lib/domain/executives";

const MINUTE = 60_000;
const AT = Date.UTC(2026, 0, 5, 12);
const course = { severity: "SEV1", declaredAt: AT, severities: [], messages: [] } as const;
const told = (minutes: number, audience: string | null = "stakeholders") => ({
  ...{ ...course, severities: [] },
  messages: [{ audience, at: AT + minutes * MINUTE }],
});
const dueAt = AT + 15 * MINUTE;

describe("executivesTold", () => {
  test("is not asked by severities that keep it among those who respond", () => {
    expect(executivesTold({ ...course, severity: "SEV2", severities: [], messages: [] }, AT)).toBe(
      undefined,
    );
  });

  test("is open until it is due, and missed after that", () => {
    const open = { ...course, severities: [], messages: [] };
    expect(executivesTold(open, dueAt)).toEqual({ state: "open", dueAt });
    expect(executivesTold(open, dueAt + 1)).toEqual({ state: "missed", dueAt, toldAt: null });
  });

  test("is kept by what is posted for stakeholders in time", () => {
    expect(executivesTold(told(15), AT + 60 * MINUTE)).toEqual({
      state: "kept",
      dueAt,
      toldAt: dueAt,
    });
  });

  test("is missed by what is posted later", () => {
    expect(executivesTold(told(16), AT + 60 * MINUTE)).toEqual({
      state: "missed",
      dueAt,
      toldAt: AT + 16 * MINUTE,
    });
  });

  test("is not kept by what others read", () => {
    expect(executivesTold(told(5, "external"), AT)).toEqual({ state: "open", dueAt });
    expect(executivesTold(told(5, null), AT)).toEqual({ state: "open", dueAt });
  });

  test("counts from when the severity first asked for it", () => {
    const raised = AT + 40 * MINUTE;
    const severities = [
      { after: "SEV3", changedAt: AT } as const,
      { after: "SEV1", changedAt: raised } as const,
    ];
    expect(executivesTold({ ...course, severities, messages: [] }, raised)).toEqual({
      state: "open",
      dueAt: raised + 15 * MINUTE,
    });
  });
});

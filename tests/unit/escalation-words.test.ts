import { describe, expect, test } from "vitest";
import {
  acknowledgedWords,
  executivesWords,
  namesInWords,
} from "@/components/incidents/escalation/escalation-words";

const MINUTE = 60_000;
const AT = Date.UTC(2026, 0, 5, 12);

describe("namesInWords", () => {
  test("names four people, and counts the rest", () => {
    expect(namesInWords(["Ada"])).toBe("Ada");
    expect(namesInWords(["Ada", "Ben", "Cleo", "Dan"])).toBe("Ada, Ben, Cleo, Dan");
    expect(namesInWords(["Ada", "Ben", "Cleo", "Dan", "Eve", "Fay"])).toBe(
      "Ada, Ben, Cleo, Dan and 2 more",
    );
  });
});

describe("acknowledgedWords", () => {
  const standing = { startedAt: AT, respondBy: AT + 5 * MINUTE };
  const after = (minutes: number) =>
    acknowledgedWords({
      ...standing,
      acknowledgedAt: AT + minutes * MINUTE,
      acknowledgedBy: "Ada",
    });

  test("says who, and how soon", () => {
    expect(after(0)).toBe("Acknowledged by Ada at once");
    expect(after(3)).toBe("Acknowledged by Ada after 3 min");
  });

  test("says where it was later than the severity asks for", () => {
    expect(after(5)).toBe("Acknowledged by Ada after 5 min");
    expect(after(7)).toBe("Acknowledged by Ada after 7 min, 5 min were asked for");
  });

  test("says nothing while nobody has", () => {
    expect(acknowledgedWords({ ...standing, acknowledgedAt: null, acknowledgedBy: null })).toBe(
      undefined,
    );
  });
});

describe("executivesWords", () => {
  const dueAt = AT + 15 * MINUTE;

  test("says by when, and what became of it", () => {
    expect(executivesWords({ state: "open", dueAt })).toBe("Tell stakeholders by 12:15 UTC");
    expect(executivesWords({ state: "kept", dueAt, toldAt: AT })).toBe("Stakeholders told in time");
    expect(executivesWords({ state: "missed", dueAt, toldAt: null })).toBe(
      "Stakeholders were to be told by 12:15 UTC",
    );
    expect(executivesWords({ state: "missed", dueAt, toldAt: dueAt + 1 })).toBe(
      "Stakeholders told 1 min late",
    );
    expect(executivesWords({ state: "missed", dueAt, toldAt: dueAt + 90 * MINUTE })).toBe(
      "Stakeholders told 1 h 30 min late",
    );
  });
});

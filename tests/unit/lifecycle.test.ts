import { describe, expect, test } from "vitest";
import { isOpen, isOver, nextIncidentKey, nextStatus } from "@/lib/domain/lifecycle";

describe("isOver", () => {
  test("says yes to a time of resolution, whatever the status", () => {
    expect(isOver({ status: "monitoring", resolvedAt: 1 })).toBe(true);
  });

  test("says yes to the statuses that follow an end", () => {
    for (const status of ["resolved", "postmortem", "closed"]) {
      expect(isOver({ status, resolvedAt: null })).toBe(true);
    }
  });

  test("says no to anything else, words it does not know included", () => {
    for (const status of ["investigating", "identified", "monitoring", "paused"]) {
      expect(isOver({ status, resolvedAt: null })).toBe(false);
    }
  });
});

describe("nextStatus", () => {
  test("offers the present status until outsiders have been told of it", () => {
    expect(nextStatus("investigating", undefined)).toBe("investigating");
    expect(nextStatus("monitoring", "identified")).toBe("monitoring");
  });

  test("then offers the one after it", () => {
    expect(nextStatus("investigating", "investigating")).toBe("identified");
    expect(nextStatus("monitoring", "monitoring")).toBe("resolved");
  });

  test("stays at the last", () => {
    expect(nextStatus("resolved", "resolved")).toBe("resolved");
  });

  test("begins at the first for a status that it does not know", () => {
    expect(nextStatus("paused", "paused")).toBe("investigating");
  });
});

describe("nextIncidentKey", () => {
  test("begins a year at 0001", () => {
    expect(nextIncidentKey(2026, [])).toBe("INC-2026-0001");
  });

  test("follows the highest of the year, whatever the order", () => {
    const keys = ["INC-2026-0009", "INC-2026-0142", "INC-2026-0010", "INC-2025-0900"];
    expect(nextIncidentKey(2026, keys)).toBe("INC-2026-0143");
  });

  test("grows past four digits", () => {
    expect(nextIncidentKey(2026, ["INC-2026-9999"])).toBe("INC-2026-10000");
  });

  test("leaves out keys of another form", () => {
    expect(nextIncidentKey(2026, ["INC-2026-77", "INC-2026-0500-A", "OPS-9"])).toBe(
      "INC-2026-0001",
    );
  });

  test("counts exactly where numbers end", () => {
    expect(nextIncidentKey(2026, ["INC-2026-9007199254740993"])).toBe("INC-2026-9007199254740994");
  });
});

describe("isOpen", () => {
  const running = { status: "monitoring", resolvedAt: null, mergedIntoId: null };

  test("says yes until an incident ends or turns out to be another one", () => {
    expect(isOpen(running)).toBe(true);
    expect(isOpen({ ...running, status: "resolved" })).toBe(false);
    expect(isOpen({ ...running, mergedIntoId: 7 })).toBe(false);
  });
});

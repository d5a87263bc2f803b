import { describe, expect, test } from "vitest";
import { fitting, NO_TEAM } from "@/lib/domain/board-fit";
import type { BoardFilters } from "@/lib/domain/board-filters";
import { makeBoardItem } from "../support/make-board-item";

const ME = ["grace@demo.example", "Grace"];

const items = [
  makeBoardItem({
    id: 1,
    owner: "ALICE@company.com",
    person: "Alice Chen",
    priority: "P1",
    type: "process",
    state: "overdue",
    teamSlug: "payments",
    services: ["user-api", "gateway"],
    factors: ["No canary", "No load test"],
  }),
  makeBoardItem({ id: 2, owner: "grace", incidentKey: "INC-2026-0002", state: "at_risk" }),
  makeBoardItem({ id: 3, owner: " ", status: "in_review" }),
  makeBoardItem({ id: 4, status: "done", state: undefined }),
];

const found = (filters: BoardFilters, shown?: Set<number>) =>
  fitting(items, filters, ME, shown).map(({ id }) => id);

describe("fitting", () => {
  test("leaves all items without filters", () => {
    expect(found({})).toEqual([1, 2, 3, 4]);
  });

  test("finds an owner by the person's name and by what the record says, whatever its case", () => {
    expect(found({ owner: "alice chen" })).toEqual([1]);
    expect(found({ owner: "alice@company.com" })).toEqual([1]);
    expect(found({ owner: "Nobody" })).toEqual([]);
  });

  test("knows whoever asks by any of their names", () => {
    expect(found({ owner: "me" })).toEqual([2]);
    expect(found({ board: "mine" })).toEqual([2]);
    expect(found({ board: "mine", owner: "Alice Chen" })).toEqual([]);
  });

  test("takes a team's word for its board", () => {
    expect(found({ board: "payments" })).toEqual([1]);
    expect(found({ board: "platform" })).toEqual([]);
    expect(found({ board: NO_TEAM })).toEqual([2, 3, 4]);
  });

  test("narrows by the words, the incident, its services and the factors", () => {
    expect(found({ priority: "P1" })).toEqual([1]);
    expect(found({ type: "process" })).toEqual([1]);
    expect(found({ service: "Gateway" })).toEqual([1]);
    expect(found({ service: "search" })).toEqual([]);
    expect(found({ incident: "INC-2026-0002" })).toEqual([2]);
    expect(found({ factor: "No load test" })).toEqual([1]);
    expect(found({ factor: "No luck" })).toEqual([]);
  });

  test("finds what is overdue, without a deadline, and open without an owner", () => {
    expect(found({ overdue: true })).toEqual([1]);
    expect(found({ undated: true })).toEqual([3]);
    expect(found({ unowned: true })).toEqual([3]);
  });

  test("leaves only those behind a number, where one is asked for", () => {
    expect(found({}, new Set([2, 4]))).toEqual([2, 4]);
    expect(found({ overdue: true }, new Set([2, 4]))).toEqual([]);
  });
});

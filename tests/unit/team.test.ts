import { describe, expect, test } from "vitest";
import { isZone, serviceKey, slugFor, teamFor } from "@/lib/domain/team";

const directory = {
  byId: (id: number) => ({ 1: "Payments", 2: "Growth" })[id],
  ofOwner: (owner: string) => (owner === "alice" ? "Growth" : undefined),
  ofService: new Map([
    [serviceKey("Checkout"), "Payments"],
    [serviceKey("billing"), "Growth"],
  ]),
};
const item = { teamId: null, owner: null, services: () => [] };

describe("teamFor", () => {
  test("takes the team that somebody gave the item", () => {
    const services = () => ["billing"];
    expect(teamFor({ teamId: 1, owner: "alice", services }, directory)).toEqual({
      team: "Payments",
      from: "item",
    });
  });

  test("takes the owner's where the item names none, or one that is gone", () => {
    const services = () => ["checkout"];
    const owners = { team: "Growth", from: "owner" };
    expect(teamFor({ ...item, owner: "alice", services }, directory)).toEqual(owners);
    expect(teamFor({ teamId: 9, owner: "alice", services }, directory)).toEqual(owners);
  });

  test("takes the service's where the owner is in no team", () => {
    const services = () => [" CHECKOUT ", "billing"];
    expect(teamFor({ ...item, owner: "bob", services }, directory)).toEqual({
      team: "Payments",
      from: "service",
    });
  });

  test("takes the first affected service that has a team", () => {
    const services = () => [null, "search", "billing", "checkout"];
    expect(teamFor({ ...item, services }, directory)?.team).toBe("Growth");
  });

  test("finds none where nothing names one", () => {
    expect(teamFor({ ...item, services: () => [null] }, directory)).toBeUndefined();
  });
});

describe("slugFor", () => {
  test.each([
    ["Checkout & Payments", "checkout-payments"],
    ["  Größe / Équipe  ", "grosse-equipe"],
    ["決済", "team"],
    ["Mine", "mine-2"],
    ["x".repeat(60), "x".repeat(40)],
  ])("makes %j into %j", (name, slug) => {
    expect(slugFor(name, [])).toBe(slug);
  });

  test("adds a number where another team has the word", () => {
    expect(slugFor("Payments", ["payments", "payments-2"])).toBe("payments-3");
  });
});

describe("isZone", () => {
  test.each(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"])(
    "knows %s",
    (zone) => expect(isZone(zone)).toBe(true),
  );

  test.each(["", "Berlin", "+02:00", "Europe/Nowhere", "Europe/Berlin; drop"])(
    "does not know %j",
    (zone) => expect(isZone(zone)).toBe(false),
  );
});

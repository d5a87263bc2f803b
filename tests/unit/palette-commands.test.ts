import { describe, expect, test } from "vitest";
import { commandsFor, placesWithKeys, shownKeys } from "@/components/palette/commands";

describe("commandsFor", () => {
  const labels = (typed: string) =>
    commandsFor([{ label: "Go to the action board" }, { label: "Post an update" }], typed).map(
      ({ label }) => label,
    );

  test("gives all where nothing is typed", () => {
    expect(labels(" ")).toHaveLength(2);
  });

  test.each([
    ["upd", ["Post an update"]],
    ["board ACT", ["Go to the action board"]],
    ["o", []],
    ["update board", []],
  ])("finds by the beginnings of words: %j", (typed, found) => {
    expect(labels(typed)).toEqual(found);
  });
});

describe("placesWithKeys", () => {
  const places = [
    { href: "/incidents", label: "Incidents" },
    { href: "/import", label: "Import" },
  ];

  test("names each place once, with its key where it has one", () => {
    const named = placesWithKeys(places, true);
    expect(named.filter(({ href }) => href === "/incidents")).toEqual([
      { href: "/incidents", label: "Go to incidents", keys: "g i" },
    ]);
    expect(named.at(-1)).toEqual({ href: "/import", label: "Go to import", keys: "" });
  });

  test("leaves out declaring for those who may not", () => {
    const hrefs = (canDeclare: boolean) => placesWithKeys([], canDeclare).map(({ href }) => href);
    expect(hrefs(true)).toContain("/incidents/new");
    expect(hrefs(false)).not.toContain("/incidents/new");
  });
});

describe("shownKeys", () => {
  test.each([
    ["g i", ["G", "I"]],
    ["Enter", ["Enter"]],
    ["", []],
  ])("shows %j as people read it", (keys, shown) => {
    expect(shownKeys(keys)).toEqual(shown);
  });
});

import { describe, expect, test } from "vitest";
import { coverUntil, onCallOrder } from "@/lib/domain/on-call";

const [ada, ben, cleo] = [
  { id: 1, name: "Ada" },
  { id: 2, name: "Ben" },
  { id: 3, name: "Cleo" },
];
const people = [ada, ben, cleo].flatMap((person) => person ?? []);
const plan = { people, zone: "Europe/Berlin", rotatesFrom: null, cover: null };
const names = (rotatesFrom: string | null, at: string) =>
  onCallOrder({ ...plan, rotatesFrom }, Date.parse(at)).map(({ name }) => name);

describe("onCallOrder", () => {
  test("stays as it was written down without a rotation", () => {
    expect(names(null, "2026-01-05T12:00Z")).toEqual(["Ada", "Ben", "Cleo"]);
  });

  test("begins with the next one each week, from the day on which the first week began", () => {
    expect(names("2026-01-05", "2026-01-05T12:00Z")).toEqual(["Ada", "Ben", "Cleo"]);
    expect(names("2026-01-05", "2026-01-11T12:00Z")).toEqual(["Ada", "Ben", "Cleo"]);
    expect(names("2026-01-05", "2026-01-12T12:00Z")).toEqual(["Ben", "Cleo", "Ada"]);
    expect(names("2026-01-05", "2026-01-19T12:00Z")).toEqual(["Cleo", "Ada", "Ben"]);
    expect(names("2026-01-05", "2026-01-26T12:00Z")).toEqual(["Ada", "Ben", "Cleo"]);
  });

  test("changes at midnight of the zone, also when its clocks change", () => {
    expect(names("2026-03-23", "2026-03-29T21:59Z")).toEqual(["Ada", "Ben", "Cleo"]);
    expect(names("2026-03-23", "2026-03-29T22:00Z")).toEqual(["Ben", "Cleo", "Ada"]);
  });

  test("goes the same way before the first week", () => {
    expect(names("2026-01-05", "2026-01-04T12:00Z")).toEqual(["Cleo", "Ada", "Ben"]);
  });

  test("is empty where nobody is in the plan", () => {
    expect(onCallOrder({ ...plan, people: [], rotatesFrom: "2026-01-05" }, 0)).toEqual([]);
  });

  test("puts whoever stands in first, as long as they do", () => {
    if (!ben || !cleo) throw new Error("nobody");
    const cover = { person: cleo, until: 1000 };
    expect(onCallOrder({ ...plan, cover }, 999).map(({ name }) => name)).toEqual([
      "Cleo",
      "Ada",
      "Ben",
    ]);
    expect(onCallOrder({ ...plan, cover }, 1000).map(({ name }) => name)).toEqual([
      "Ada",
      "Ben",
      "Cleo",
    ]);
  });
});

describe("coverUntil", () => {
  test("is so many hours away", () => {
    expect(coverUntil(1000, 4)).toBe(1000 + 4 * 3_600_000);
  });
});

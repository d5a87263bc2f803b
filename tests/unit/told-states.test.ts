import { describe, expect, test } from "vitest";
import { toldStates } from "@/lib/domain/told-states";

const well = (at: number) => ({ status: "operational", at }) as const;
const broken = (at: number) => ({ status: "major_outage", at }) as const;

describe("the states that updates told of", () => {
  test("are in the order of time, each once for as long as it held", () => {
    const told = [well(5), broken(3), broken(4), well(1)];
    expect(toldStates(told, well(5))).toEqual([broken(3), well(5)]);
  });

  test("end with how it stands, not before the last of them", () => {
    expect(toldStates([], broken(7))).toEqual([broken(7)]);
    expect(toldStates([broken(3)], well(9))).toEqual([broken(3), well(9)]);
    expect(toldStates([broken(3)], well(1))).toEqual([broken(3), well(3)]);
  });

  test("are all there is where nothing else is known, or all is well", () => {
    expect(toldStates([broken(3)], undefined)).toEqual([broken(3)]);
    expect(toldStates([], well(1))).toEqual([]);
  });
});

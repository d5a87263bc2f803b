import { describe, expect, test } from "vitest";
import { onService, openSentence } from "@/lib/domain/duplicates";

describe("onService", () => {
  const payments = { service: "Payments", affectedServices: null };
  const orders = { service: null, affectedServices: ["orders", "payments"] };

  test("finds a service as the first or as an affected one, in any capitals", () => {
    expect(onService([payments, orders], " payments ")).toEqual([payments, orders]);
    expect(onService([payments, orders], "ORDERS")).toEqual([orders]);
  });

  test("finds nothing before a whole name is written", () => {
    expect(onService([payments, orders], "pay")).toEqual([]);
    expect(onService([{ service: "", affectedServices: [] }], " ")).toEqual([]);
  });
});

describe("openSentence", () => {
  test("counts", () => {
    expect(openSentence(1, "payments ")).toBe("1 incident is open on payments.");
    expect(openSentence(2, "payments")).toBe("2 incidents are open on payments.");
  });
});

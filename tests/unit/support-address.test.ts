import { describe, expect, test } from "vitest";
import { supportProblem } from "@/lib/domain/support-address";

describe("supportProblem", () => {
  test("takes web addresses and mail addresses", () => {
    const fine = ["https://acme.example/help", "http://acme.example", "mailto:help@acme.example"];
    expect(fine.map(supportProblem)).toEqual([undefined, undefined, undefined]);
  });

  test("refuses what a link must not lead to", () => {
    expect(supportProblem("mailto:help@acme.example?bcc=x@y.example")).toContain("mailto:");
    expect(supportProblem("javascript:alert(1)")).toContain("https://");
    expect(supportProblem("help@acme.example")).toContain("whole address");
  });
});

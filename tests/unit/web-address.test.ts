import { describe, expect, test } from "vitest";
import { addressProblem } from "@/lib/domain/web-address";

describe("addressProblem", () => {
  test.each(["https://grafana.example/d/1?from=now-1h#panel", "http://10.0.0.1:3000/x"])(
    "lets people be sent to %s",
    (address) => expect(addressProblem(address)).toBeUndefined(),
  );

  test.each([
    ["grafana.example/d/1", /whole address/],
    ["javascript:alert(1)", /https:\/\/ or http:\/\//],
    ["data:text/html,x", /https:\/\/ or http:\/\//],
    ["https://bank.example@evil.example/", /user name and password/],
    [`https://x.example/${"x".repeat(2000)}`, /2,000 characters/],
  ])("refuses %s", (address, words) => expect(addressProblem(address)).toMatch(words));
});

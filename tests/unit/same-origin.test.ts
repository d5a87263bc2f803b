import { describe, expect, test } from "vitest";
import { isSameOrigin } from "@/lib/same-origin";

const online = { baseUrl: "https://muster.example.com", onLoopback: false };
const local = { baseUrl: "http://127.0.0.1:3000", onLoopback: true };

describe("isSameOrigin", () => {
  test.each<Record<string, string>>([
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-origin", origin: "https://muster.example.com" },
    { "sec-fetch-site": "none" },
    { origin: "https://muster.example.com" },
  ])("accepts %j", (headers) => {
    expect(isSameOrigin(new Headers(headers), online)).toBe(true);
  });

  test.each<Record<string, string>>([
    {},
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: "https://muster.example.com" },
    { "sec-fetch-site": "cross-site", origin: "https://muster.example.com" },
    { "sec-fetch-site": "none", origin: "https://evil.example" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "" },
    { origin: "http://muster.example.com" },
    { origin: "https://muster.example.com.evil.example" },
    { origin: "https://evil.example", host: "evil.example", "x-forwarded-host": "evil.example" },
    { origin: "http://evil.example", host: "evil.example" },
  ])("refuses %j", (headers) => {
    expect(isSameOrigin(new Headers(headers), online)).toBe(false);
  });

  test("takes any name of this machine while only this machine can reach the portal", () => {
    const headers = { origin: "http://localhost:3000", host: "localhost:3000" };
    expect(isSameOrigin(new Headers(headers), local)).toBe(true);
    expect(isSameOrigin(new Headers({ ...headers, host: "127.0.0.1:3000" }), local)).toBe(false);
  });

  test.each(["evil.example:3000", "["])(
    "is not fooled by %s that points to this machine",
    (host) => {
      expect(isSameOrigin(new Headers({ origin: `http://${host}`, host }), local)).toBe(false);
    },
  );
});

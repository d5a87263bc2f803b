import { describe, expect, test } from "vitest";
import { portalUrlOf, publicPathOf, statusPlace } from "@/scripts/server/public-place.mjs";

const below = statusPlace("https://portal.example.com/status");
const own = statusPlace("https://status.example.com");

describe("what is asked of the public page", () => {
  test.each([
    ["/status", ""],
    ["/status/", ""],
    ["/status/history?kind=incident", "history"],
    ["/status/api/v2/summary.json", "api/v2/summary.json"],
    ["/api/v2/summary.json?page=2", "api/v2/summary.json"],
    ["/status/subscribe", undefined],
    ["/api/v1/incidents", undefined],
    ["/incidents", undefined],
    ["/statuses", undefined],
  ])("below a path of the portal: %s", (url, path) => {
    expect(publicPathOf(url, "portal.example.com", below)).toBe(path);
  });

  test.each([
    ["/", ""],
    ["/history", "history"],
    ["/api/v2/summary.json", "api/v2/summary.json"],
    ["/subscribe/a", undefined],
  ])("at a host of its own: %s", (url, path) => {
    expect(publicPathOf(url, "status.example.com", own)).toBe(path);
    expect(publicPathOf(url, "portal.example.com", own)).toBeUndefined();
  });
});

describe("where the portal has what it answers below the page", () => {
  test.each([
    ["/subscribe", "status.example.com", "/status/subscribe"],
    ["/subscribe/", "status.example.com", "/status/subscribe"],
    ["/subscribe/a/leave?x=1", "status.example.com", "/status/subscribe/a/leave?x=1"],
    ["/subscribe", "portal.example.com", "/subscribe"],
    ["/login", "status.example.com", "/login"],
  ])("at a host of its own: %s of %s", (url, host, expected) => {
    expect(portalUrlOf(url, host, own)).toBe(expected);
  });

  test("below another path of the portal", () => {
    const elsewhere = statusPlace("https://portal.example.com/state");
    expect(portalUrlOf("/state/subscribe/a", "portal.example.com", elsewhere)).toBe(
      "/status/subscribe/a",
    );
  });
});

import { describe, expect, test } from "vitest";
import { publicPathOf, statusPlace } from "@/scripts/server/public-place.mjs";

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

import { describe, expect, test } from "vitest";
import { safeCallback } from "@/lib/domain/callback";

describe("safeCallback", () => {
  test.each([
    "/",
    "/incidents",
    "/incidents/INC-2024-0142?tab=timeline#e-9",
    "/incidents?callbackUrl=https://evil.example",
    "/actions?owner=%2F%2Fevil.example",
  ])("keeps %s", (path) => {
    expect(safeCallback(path)).toBe(path);
  });

  test.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/./\\evil.example",
    "/..//evil.example",
    "/%2fevil.example",
    "/%2F%2Fevil.example",
    "/%5cevil.example",
    "https://evil.example",
    "https:evil.example",
    "http://here.invalid/incidents",
    "javascript:alert(1)",
    "data:text/html,x",
    "@evil.example",
    "incidents",
    "//[",
    "",
    " /incidents",
    undefined,
  ])("goes to the start instead of %j", (target) => {
    expect(safeCallback(target)).toBe("/");
  });
});

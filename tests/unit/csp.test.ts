import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "@/lib/csp";

describe("contentSecurityPolicy", () => {
  const policy = contentSecurityPolicy({ nonce: "abc", development: false });

  test("allows scripts by their nonce only", () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toMatch(/unsafe/);
  });

  test("lets no page frame the portal, change its base or send its forms elsewhere", () => {
    for (const rule of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
      expect(policy.split("; ")).toContain(rule);
    }
  });

  test("gives development what it needs", () => {
    expect(contentSecurityPolicy({ nonce: "abc", development: true })).toContain("'unsafe-eval'");
  });
});

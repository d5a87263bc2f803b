import { describe, expect, test } from "vitest";
import { shareLinkState } from "@/lib/domain/share-link";

describe("shareLinkState", () => {
  test("is active until the very moment of its expiry", () => {
    expect(shareLinkState({ expiresAt: 10, revokedAt: null }, 9)).toBe("active");
    expect(shareLinkState({ expiresAt: 10, revokedAt: null }, 10)).toBe("expired");
  });

  test("is revoked for good, expired or not", () => {
    expect(shareLinkState({ expiresAt: 10, revokedAt: 1 }, 2)).toBe("revoked");
    expect(shareLinkState({ expiresAt: 10, revokedAt: 1 }, 20)).toBe("revoked");
  });
});

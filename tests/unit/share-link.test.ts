import { describe, expect, test } from "vitest";
import { isLinkPreview, shareLinkState } from "@/lib/domain/share-link";

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

describe("isLinkPreview", () => {
  test.each([
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "facebookexternalhit/1.1",
    "Mozilla/5.0 (compatible; Googlebot/2.1)",
  ])("knows %s", (agent) => {
    expect(isLinkPreview(agent)).toBe(true);
  });

  test.each([
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0 Safari/537.36",
    "curl/8.5.0",
    null,
  ])("takes %s for a reader", (agent) => {
    expect(isLinkPreview(agent)).toBe(false);
  });
});

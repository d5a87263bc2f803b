import { describe, expect, test } from "vitest";
import { channelHint, channelProblem, tidyChannelAddress } from "@/lib/domain/channel";

describe("channelProblem", () => {
  const strict = { allowsPrivate: false };

  test("is nothing for a mailing list, and an address over TLS", () => {
    expect(channelProblem("email", "ops@example.com", strict)).toBeUndefined();
    expect(channelProblem("slack", "https://hooks.example.com/a", strict)).toBeUndefined();
  });

  test("says what is wrong with an address", () => {
    expect(channelProblem("email", "ops", strict)).toContain("e-mail address");
    expect(channelProblem("teams", "hooks", strict)).toContain("whole address");
    expect(channelProblem("webhook", "http://example.com/", strict)).toContain("https://");
    expect(channelProblem("webhook", "https://me:you@example.com/", strict)).toContain("password");
  });

  test("lets addresses without TLS pass where an operator allows the own network", () => {
    expect(channelProblem("webhook", "http://10.0.0.7/", { allowsPrivate: true })).toBeUndefined();
  });
});

describe("channelHint", () => {
  test("shows no more of an address than tells it from others", () => {
    expect(channelHint("email", "ops@example.com")).toBe("o…@example.com");
    expect(channelHint("slack", "https://hooks.example.com/services/T1/B2/abcdefgh")).toBe(
      "https://hooks.example.com/…efgh",
    );
    expect(channelHint("webhook", "https://example.com/key")).toBe("https://example.com/…");
  });
});

describe("tidyChannelAddress", () => {
  test("writes an address as it is used", () => {
    expect(tidyChannelAddress("email", " Ops@Example.com ")).toBe("ops@example.com");
    expect(tidyChannelAddress("slack", " https://EXAMPLE.com/A ")).toBe("https://example.com/A");
    expect(tidyChannelAddress("slack", "nonsense")).toBe("nonsense");
  });
});

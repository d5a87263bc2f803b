import { describe, expect, test } from "vitest";
import { isGuessing, noteWrongGuess } from "@/lib/share-guesses";

describe("isGuessing", () => {
  test("is true for an address after its thirtieth wrong link, and for no other", async () => {
    for (let tries = 0; tries < 29; tries += 1) await noteWrongGuess("192.0.2.1");
    expect(await isGuessing("192.0.2.1")).toBe(false);

    await noteWrongGuess("192.0.2.1");

    expect(await isGuessing("192.0.2.1")).toBe(true);
    expect(await isGuessing("192.0.2.2")).toBe(false);
  });
});

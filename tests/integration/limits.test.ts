import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { limitSharer } from "@/app/clock/limits";
import { keepCounts } from "@/db/mutations/limit-counts";
import { listCountsElsewhere } from "@/db/queries/limit-counts";
import { isGuessing, noteWrongGuess } from "@/lib/share-guesses";
import { collectCounts, noteCounted, takeCounted } from "@/lib/limit-news";
import { freshDatabase } from "@/tests/support/database";

freshDatabase();

const forget = () => {
  globalThis.musterCounted = undefined;
  globalThis.musterShareGuesses = undefined;
};
beforeEach(forget);
afterEach(forget);

const counted = (count: number) => ({ limit: "share-guesses", key: "192.0.2.1", count }) as const;

describe("a limit that machines share", () => {
  test("is not told to anybody by a machine that is alone", () => {
    noteCounted("api", "1");
    expect(takeCounted()).toEqual([]);
  });

  test("is told to the others once, with what was counted since", async () => {
    collectCounts();
    const share = limitSharer("here");
    await noteWrongGuess("192.0.2.1");
    await noteWrongGuess("192.0.2.1");
    await share();
    await share();
    expect(listCountsElsewhere("there", 0)).toMatchObject([counted(2)]);
    expect(listCountsElsewhere("here", 0)).toEqual([]);
  });

  test("holds for all of them together", async () => {
    const share = limitSharer("here");
    await share();
    for (let guess = 0; guess < 10; guess += 1) await noteWrongGuess("192.0.2.1");
    expect(await isGuessing("192.0.2.1")).toBe(false);

    keepCounts("there", [counted(20)], Date.now());
    await share();
    expect(await isGuessing("192.0.2.1")).toBe(true);
    expect(await isGuessing("192.0.2.2")).toBe(false);
  });

  test("counts what another machine counted once, and nothing from before it began", async () => {
    keepCounts("there", [counted(20)], Date.now());
    const share = limitSharer("here");
    await share();
    keepCounts("there", [counted(20)], Date.now());
    await share();
    await share();
    expect(await isGuessing("192.0.2.1")).toBe(false);
  });

  test("leaves nothing in the database for long", () => {
    keepCounts("there", [counted(1)], 0);
    keepCounts("there", [counted(2)], 60_001);
    expect(listCountsElsewhere("here", 0)).toMatchObject([counted(2)]);
  });
});

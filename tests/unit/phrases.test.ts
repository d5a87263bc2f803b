import { describe, expect, test } from "vitest";
import { phrasesSharedWith } from "@/lib/domain/phrases";

const sharedPhrases = (own: string[], others: string[]) => phrasesSharedWith(own)(others);

describe("phrasesSharedWith", () => {
  test("names neighbouring words that both sides have, as the first wrote them", () => {
    expect(
      sharedPhrases(
        ["Database connection pool exhaustion caused by the ORM"],
        ["The connection pools of checkout-db were full"],
      ),
    ).toEqual(["connection pool"]);
  });

  test("joins pairs to the longest run, whatever the endings", () => {
    expect(
      sharedPhrases(["Database connection pool exhausted"], ["connection pools exhaustion"]),
    ).toEqual(["connection pool exhausted"]);
  });

  test("says each once, and none that a longer one holds", () => {
    expect(
      sharedPhrases(
        [
          "Expired intermediate certificate",
          "intermediate certificate",
          "Expired intermediate certificates",
        ],
        ["expired intermediate certificate"],
      ),
    ).toEqual(["expired intermediate certificate"]);
  });

  test("takes three single words that make a third of the shorter side", () => {
    expect(
      sharedPhrases(
        ["replica lag, then a failover promoted it"],
        ["lag on a replica; promoted by hand, failover late"],
      ),
    ).toEqual(["replica", "lag", "failover", "promoted"]);
  });

  test.each([
    ["two single words", ["replica was far behind in lag"], ["lag made the replica stale"]],
    [
      "common words",
      ["High error rate in production service"],
      ["high error of service production"],
    ],
    ["words parted by others", ["connection of the pool"], ["pool, then connection"]],
    ["numbers and short words", ["at 10 20 go"], ["10 20 go"]],
    ["texts of their own", ["connection", "pool"], ["connection pool"]],
    ["nothing", [], ["connection pool"]],
  ])("finds nothing in %s", (_, own, other) => {
    expect(sharedPhrases(own, other)).toEqual([]);
  });

  test("wants more in common where both say much", () => {
    const letters = "abcdefghijklmnop".split("");
    const many = (tail: string) => letters.map((each) => `${each}${tail}.`).join(" ");
    const shared = "replica. lag. failover.";
    expect(sharedPhrases([`${shared} ${many("xyz")}`], [`${shared} ${many("qrt")}`])).toEqual([]);
  });

  test("reads other alphabets", () => {
    expect(sharedPhrases(["Пул соединений исчерпан"], ["исчерпан пул соединений"])).toEqual([
      "пул соединений",
    ]);
  });
});

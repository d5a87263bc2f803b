import { describe, expect, test } from "vitest";
import {
  changesTo,
  changeSentence,
  collisions,
  collisionText,
  touched,
} from "@/lib/domain/fact-changes";

describe("touched", () => {
  test("knows what a writer changed, whatever the line ends", () => {
    expect(
      touched(
        { title: "Old", root_cause: "one\ntwo" },
        { title: "New", root_cause: "one\r\ntwo ", service: "" },
      ),
    ).toEqual({ title: "New" });
  });
});

describe("changesTo", () => {
  test("leaves out what stands there already", () => {
    expect(changesTo({ title: "New", service: "a" }, { title: "New", service: "b" })).toEqual([
      { fact: "service", before: "a", after: "b" },
    ]);
  });
});

describe("collisions", () => {
  test("are changes to what someone else changed since", () => {
    const changes = changesTo({ title: "Theirs", service: "a" }, { title: "Mine", service: "b" });
    expect(collisions({ title: "Old", service: "a" }, changes)).toEqual([
      { fact: "title", before: "Theirs", after: "Mine" },
    ]);
  });

  test("are told with the field and both values", () => {
    expect(
      collisionText([
        { fact: "title", before: "Theirs", after: "Mine" },
        { fact: "service", before: "a", after: "" },
      ]),
    ).toBe(
      "Someone else was faster. Title now says “Theirs”, you wrote “Mine”. Service now says “a”, you wrote nothing. Yours is kept here: save again to put it in place.",
    );
  });
});

describe("changeSentence", () => {
  test("tells each fact before and after", () => {
    expect(
      changeSentence([
        { fact: "affected_users_percentage", before: "45", after: "60" },
        { fact: "affected_regions", before: "", after: "eu\nus\n  west" },
      ]),
    ).toBe("Users affected, in %: 45 → 60; Affected regions: not recorded → eu, us, west.");
  });

  test("shortens long texts between characters", () => {
    const sentence = changeSentence([{ fact: "root_cause", before: "🙂".repeat(200), after: "x" }]);
    expect(sentence).toBe(`Root cause: ${"🙂".repeat(119)}… → x.`);
  });
});

import { describe, expect, test } from "vitest";
import { afterAttempt, hintOf, subscriberProblem, tidyAddress } from "@/lib/domain/subscriber";

const open = { allowsPrivate: false };

describe("subscriberProblem", () => {
  test("takes an e-mail address and a web address", () => {
    expect(subscriberProblem("mail", "ada@example.com", open)).toBeUndefined();
    expect(subscriberProblem("webhook", "https://example.com/x", open)).toBeUndefined();
  });

  test("says what is wrong with another", () => {
    expect(subscriberProblem("mail", "ada", open)).toContain("such as ada@example.com");
    expect(subscriberProblem("webhook", "example.com", open)).toContain("whole address");
    expect(subscriberProblem("webhook", "https://me:secret@example.com/", open)).toContain(
      "Leave out the user name",
    );
  });

  test("takes a web address without TLS only where that is allowed", () => {
    expect(subscriberProblem("webhook", "http://example.com/", open)).toContain("https://");
    expect(
      subscriberProblem("webhook", "http://example.com/", { allowsPrivate: true }),
    ).toBeUndefined();
  });
});

describe("tidyAddress", () => {
  test("knows an address again that is written another way", () => {
    expect(tidyAddress("mail", " Ada@Example.com ")).toBe("ada@example.com");
    expect(tidyAddress("webhook", " https://EXAMPLE.com ")).toBe("https://example.com/");
    expect(tidyAddress("webhook", " nonsense ")).toBe("nonsense");
  });
});

describe("hintOf", () => {
  test("names no more than the owner needs", () => {
    expect(hintOf("mail", "ada@example.com")).toBe("a…@example.com");
    expect(hintOf("webhook", "https://example.com/secret?key=1")).toBe("https://example.com/…");
    expect(hintOf("webhook", "nonsense")).toBe("…");
  });
});

describe("afterAttempt", () => {
  const active = { state: "active", failures: 2, problem: "It broke." } as const;

  test("starts to count anew after a success", () => {
    expect(afterAttempt("mail", active, { is: "sent" })).toEqual({
      state: "active",
      failures: 0,
      problem: null,
    });
  });

  test("switches off who was refused too often in a row", () => {
    const refused = { is: "refused", problem: "550 No such user" } as const;
    expect(afterAttempt("mail", { ...active, failures: 1 }, refused).state).toBe("active");
    expect(afterAttempt("mail", active, refused)).toEqual({
      state: "failing",
      failures: 3,
      problem: "550 No such user",
    });
    expect(afterAttempt("mail", { ...active, state: "left" }, refused).state).toBe("left");
  });

  test("does not hold against a reader that the mail server is slow", () => {
    const delayed = { is: "delayed", problem: "It did not answer." } as const;
    expect(afterAttempt("mail", active, delayed)).toMatchObject({ state: "active", failures: 2 });
  });

  test("counts each failure of a webhook, and takes its word that it is gone", () => {
    const delayed = { is: "delayed", problem: "It answered with 500." } as const;
    expect(afterAttempt("webhook", active, delayed)).toMatchObject({ failures: 3 });
    expect(afterAttempt("webhook", { ...active, failures: 19 }, delayed).state).toBe("failing");
    const gone = { is: "refused", problem: "It answered that it is gone (410)." } as const;
    expect(afterAttempt("webhook", active, gone).state).toBe("failing");
  });

  test("takes no message that was not needed for a failure", () => {
    const dropped = { is: "dropped", problem: "There is nothing left to say." } as const;
    expect(afterAttempt("webhook", active, dropped)).toEqual({ ...active, problem: null });
  });
});

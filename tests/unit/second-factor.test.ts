import { describe, expect, test } from "vitest";
import { seal, unseal } from "@/lib/auth/seal";
import { makeTotpSecret, stepOf, totpAddress, totpCode } from "@/lib/auth/totp";
import { shownCode, typedCode } from "@/lib/domain/second-factor";

const NOW = Date.UTC(2026, 0, 5, 10);
const HALF_MINUTE = 30_000;

describe("a code of the app", () => {
  const secret = makeTotpSecret();

  test("is of its half minute, and right half a minute before and after", () => {
    const code = totpCode(secret, NOW);
    const step = NOW / HALF_MINUTE;
    for (const at of [NOW - HALF_MINUTE, NOW, NOW + HALF_MINUTE]) {
      expect(stepOf(code, secret, at)).toBe(step);
    }
  });

  test("is wrong a minute later, and for another secret", () => {
    const code = totpCode(secret, NOW);
    expect(stepOf(code, secret, NOW + 2 * HALF_MINUTE)).toBeUndefined();
    expect(stepOf(code, makeTotpSecret(), NOW)).toBeUndefined();
  });

  test("may be typed in two halves, and nothing else is one", () => {
    const code = totpCode(secret, NOW);
    expect(stepOf(`${code.slice(0, 3)} ${code.slice(3)}`, secret, NOW)).toBeDefined();
    for (const text of ["", "12345", "1234567", "abcdef", "１２３４５６"]) {
      expect(stepOf(text, secret, NOW)).toBeUndefined();
    }
  });

  test("agrees with RFC 6238", () => {
    const known = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"; // “12345678901234567890”
    expect(totpCode(known, 59_000)).toBe("287082");
    expect(totpCode(known, 1_111_111_109_000)).toBe("081804");
  });

  test("is set up by an address that names the portal and the account", () => {
    expect(totpAddress(secret, "ada@example.com")).toBe(
      `otpauth://totp/Muster:ada%40example.com?issuer=Muster&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});

describe("a recovery code", () => {
  test("is shown four by four and may be typed so, in capitals, or with spaces", () => {
    expect(shownCode("abcdefghjkmn")).toBe("abcd-efgh-jkmn");
    for (const typed of ["abcd-efgh-jkmn", "ABCDEFGHJKMN", " abcd efgh jkmn "]) {
      expect(typedCode(typed)).toBe("abcdefghjkmn");
    }
  });

  test.each(["", "123456", "abcd-efgh-jkm", "abcd-efgh-jkmnp", "abcd-efgh-jk0l"])(
    "is not %j",
    (typed) => expect(typedCode(typed)).toBeUndefined(),
  );
});

describe("what is sealed", () => {
  test("opens for what it was sealed for, and shows nothing of itself", () => {
    const sealed = seal("a secret text", "user 1");
    expect(sealed).not.toContain("secret");
    expect(unseal(sealed, "user 1")).toBe("a secret text");
    expect(seal("a secret text", "user 1")).not.toBe(sealed);
  });

  test("does not open for something else, when changed, or without its key", () => {
    const sealed = seal("a secret text", "user 1");
    expect(() => unseal(sealed, "user 2")).toThrow();
    expect(() =>
      unseal(
        sealed.replace(/.(?=.{8}$)/, (letter) => (letter === "A" ? "B" : "A")),
        "user 1",
      ),
    ).toThrow();
    expect(() => unseal(sealed.replace(/^test/, "gone"), "user 1")).toThrow("key gone");
  });

  test("opens with an older key after a newer one came", () => {
    const sealed = seal("a secret text", "user 1");
    const keys = globalThis.musterSealKeys ?? [];
    globalThis.musterSealKeys = [
      ...keys,
      { id: "2", key: "a newer key for tests, of many letters" },
    ];
    expect(unseal(sealed, "user 1")).toBe("a secret text");
    expect(seal("x", "user 1")).toMatch(/^2\./);
    globalThis.musterSealKeys = keys;
  });
});

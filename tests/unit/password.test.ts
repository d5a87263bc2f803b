import { describe, expect, test } from "vitest";
import { passwordProblem } from "@/lib/domain/password";

describe("passwordProblem", () => {
  test.each([
    "purple monkey dishwasher",
    "kq7-fjx2-m4hd",
    "пароль для друзей",
    "🦊🐢🐝🦉🐙🦀🐍🐳🦆🐞🦋🐌",
  ])("accepts %s", (password) => {
    expect(passwordProblem(password)).toBeUndefined();
  });

  test.each(["", "short", "elevenchars", "🦊🐢🐝🦉🐙🦀"])("finds %j too short", (password) => {
    expect(passwordProblem(password)).toBe("Use at least 12 characters.");
  });

  test("counts the bytes of a long one", () => {
    const letters = "abcdefgh".repeat(128);
    expect(passwordProblem(letters)).toBeUndefined();
    expect(passwordProblem(`${letters}i`)).toBe("Use at most 1,024 bytes.");
    expect(passwordProblem("ä".repeat(513))).toBe("Use at most 1,024 bytes.");
  });

  test.each([
    "passwordpassword",
    "PasswordPassword",
    "Password2024!!!",
    "2024password2024",
    "qwertyuiop123",
    "aaaaaaaaaaaa",
    "abababababab",
    "123456789012",
    "welcome12345",
    "correcthorsebatterystaple",
  ])("finds %s too easy to guess", (password) => {
    expect(passwordProblem(password)).toBe("Choose a password that is harder to guess.");
  });
});

import { describe, expect, test } from "vitest";
import { maskEmails } from "@/lib/domain/mask";

describe("maskEmails", () => {
  test.each([
    ["Ask alice@company.com.", "Ask [e-mail hidden]"],
    ["(bob.kim+oncall@mail.example.co.uk) paged", "([e-mail hidden]) paged"],
    ["root@localhost woke up", "[e-mail hidden] woke up"],
    ["mailto:carol%40company.com", "mailto:[e-mail hidden]"],
    ["a@b.example,c@d.example", "[e-mail hidden],[e-mail hidden]"],
    ["Zoë＠exämple.de", "[e-mail hidden]"],
  ])("hides what is in %j", (text, masked) => {
    expect(maskEmails(text)).toBe(masked);
  });

  test.each(["orm@3.2.0 again", "@here please", "no address", "a @ b"])("keeps %j", (text) => {
    expect(maskEmails(text)).toBe(text);
  });

  test("answers at once on a text made to be slow", () => {
    const text = `${"a".repeat(200_000)}@${"1".repeat(200_000)}`;
    expect(maskEmails(text)).toBe(text);
  });
});

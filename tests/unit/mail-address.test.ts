import { describe, expect, test } from "vitest";
import { accountOf, addressOf, isMailAddress, type Account } from "@/lib/domain/mail-address";

describe("isMailAddress", () => {
  test.each([
    "ana@example.com",
    "Ana.Maria+ops@mail.example.co",
    "o'neil@a-b.io",
    "root@localhost",
  ])("takes %s", (text) => expect(isMailAddress(text)).toBe(true));

  test.each([
    "ana",
    "ana@",
    "@example.com",
    "ana@example..com",
    "ana@-example.com",
    "ana@example.com, eve@example.com",
    "Ana <ana@example.com>",
    "ana@example.com\r\nBcc: eve@example.com",
    "ana@eve@example.com",
    "ana maria@example.com",
    `${"a".repeat(65)}@example.com`,
    `ana@${"a.".repeat(100)}com`,
  ])("does not take %j", (text) => expect(isMailAddress(text)).toBe(false));
});

const ana = { id: 7, name: "Ana Lima", aliases: ["ana@old.example", "ana@new.example"] };
const account = (overrides: Partial<Account> = {}): Account => ({
  userId: 1,
  name: "Somebody",
  email: "somebody@example.com",
  personId: null,
  isOpen: true,
  ...overrides,
});

describe("accountOf", () => {
  test("prefers the linked account to one with the address, and that to one with the name", () => {
    const named = account({ userId: 2, name: "ana lima" });
    const addressed = account({ userId: 3, email: "Ana@new.example" });
    const linked = account({ userId: 4, personId: 7 });
    expect(accountOf(ana, [named, addressed, linked])).toBe(linked);
    expect(accountOf(ana, [named, addressed])).toBe(addressed);
    expect(accountOf(ana, [named])).toBe(named);
    expect(accountOf(ana, [account()])).toBeUndefined();
  });

  test("leaves another person's account alone, whatever its name", () => {
    expect(accountOf(ana, [account({ name: "Ana Lima", personId: 8 })])).toBeUndefined();
    const stranger = { id: null, name: "eve@example.com", aliases: ["eve@example.com"] };
    expect(accountOf(stranger, [account()])).toBeUndefined();
  });
});

describe("addressOf", () => {
  test("is the account's, else the first confirmed one", () => {
    expect(addressOf(ana, account({ email: "Ana@example.com" }))).toBe("ana@example.com");
    expect(addressOf(ana, undefined)).toBe("ana@old.example");
    expect(addressOf({ ...ana, aliases: ["al"] }, undefined)).toBeUndefined();
  });

  test("is none for somebody whose account is closed", () => {
    expect(addressOf(ana, account({ isOpen: false }))).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { createUser, setDisabled, setPassword } from "@/db/mutations/users";
import { findUserByEmail } from "@/db/queries/auth/users";
import { auditLog } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import { freshDatabase } from "@/tests/support/database";
import { makeUser } from "@/tests/support/make-user";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 10);

describe("createUser", () => {
  test("makes an account that is found by its e-mail in any case", () => {
    const id = createUser("Ada", {
      email: "Grace@Example.com",
      name: "Grace",
      role: "responder",
      passwordHash: "hash",
    });
    expect(findUserByEmail("GRACE@example.COM")).toMatchObject({ id, name: "Grace" });
  });

  test("refuses a second account with the same e-mail", async () => {
    await makeUser();
    await expect(makeUser()).rejects.toThrow(/UNIQUE/);
  });

  test("leaves a record without the password", async () => {
    const id = await makeUser({ role: "viewer" });
    expect(db().select().from(auditLog).all()).toMatchObject([
      { actor: "test", action: "user:create", object: `user ${id}`, detail: { role: "viewer" } },
    ]);
  });
});

describe("setDisabled", () => {
  test("keeps the last admin's account open", async () => {
    const last = await makeUser({ role: "admin" });
    expect(() => setDisabled("Ada", last, true, NOW)).toThrow(
      "The last admin's account has to stay open.",
    );
    await makeUser({ email: "ada@example.com", role: "admin" });
    setDisabled("Ada", last, true, NOW);
    expect(findUserByEmail("grace@example.com")?.disabledAt).toBe(NOW);
  });

  test("says so when there is no such account", async () => {
    await makeUser({ role: "admin" });
    expect(() => setDisabled("Ada", 404, true, NOW)).toThrow("This account does not exist.");
  });
});

describe("setPassword", () => {
  test("stores the new hash and says who did it", async () => {
    const id = await makeUser();
    setPassword("Ada", id, "another hash", NOW);
    expect(findUserByEmail("grace@example.com")?.passwordHash).toBe("another hash");
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Ada",
      action: "user:password",
    });
  });
});

describe("hashPassword", () => {
  test("makes an argon2id hash with the costs that were decided", async () => {
    expect(await hashPassword("purple monkey dishwasher")).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
  });

  test("refuses a password that is easy to guess", async () => {
    await expect(hashPassword("passwordpassword")).rejects.toThrow("harder to guess");
  });
});

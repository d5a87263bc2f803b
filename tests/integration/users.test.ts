import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { confirmAlias } from "@/db/mutations/people";
import { startSession } from "@/db/mutations/sessions";
import {
  changeRole,
  createUser,
  linkPerson,
  renameSelf,
  setDisabled,
  setPassword,
} from "@/db/mutations/users";
import { findAccount } from "@/db/queries/accounts";
import { findLiveSession } from "@/db/queries/auth/sessions";
import { findUserByEmail } from "@/db/queries/auth/users";
import { auditLog } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import { operator } from "@/lib/domain/viewer";
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
    setPassword("Ada", id, { passwordHash: "another hash" }, NOW);
    expect(findUserByEmail("grace@example.com")?.passwordHash).toBe("another hash");
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Ada",
      action: "user:password",
    });
  });
});

describe("changeRole", () => {
  const ADA = operator("Ada");

  test("gives another role, ends the sessions, and says what it was before", async () => {
    const userId = await makeUser();
    const sid = startSession(userId, NOW);
    changeRole(ADA, { userId, role: "admin" }, NOW);
    expect(findLiveSession(sid, NOW)).toBeUndefined();
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      action: "user:change-role",
      detail: { before: "responder", after: "admin" },
    });
  });

  test("keeps the last admin one", async () => {
    const userId = await makeUser({ role: "admin" });
    expect(() => changeRole(ADA, { userId, role: "viewer" }, NOW)).toThrow("last admin");
    await makeUser({ email: "ada@example.com", role: "admin" });
    changeRole(ADA, { userId, role: "viewer" }, NOW);
    expect(() => changeRole(ADA, { userId: 404, role: "viewer" }, NOW)).toThrow("does not exist");
  });

  test("that is the same changes nothing", async () => {
    const userId = await makeUser();
    const sid = startSession(userId, NOW);
    changeRole(ADA, { userId, role: "responder" }, NOW);
    expect(findLiveSession(sid, NOW)).toBeDefined();
  });
});

describe("linkPerson", () => {
  const personOf = (userId: number) => findAccount(userId)?.person;

  test("says whom records mean, by name or a confirmed address, and takes it back", async () => {
    const userId = await makeUser();
    const ada = operator("Ada");
    linkPerson(ada, { userId, person: "Grace Okafor" });
    expect(personOf(userId)).toBe("Grace Okafor");
    linkPerson(ada, { userId });
    expect(personOf(userId)).toBeNull();
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      detail: { before: "Grace Okafor", after: null },
    });
    confirmAlias(ada, { alias: "go@example.com", name: "Grace Okafor" }, NOW);
    linkPerson(ada, { userId, person: "GO@example.com" });
    expect(personOf(userId)).toBe("Grace Okafor");
    expect(() => linkPerson(ada, { userId, person: "x@example.com" })).toThrow("not an address");
  });
});

describe("renameSelf", () => {
  test("changes the name, and says what it was", async () => {
    const userId = await makeUser();
    const viewer = { userId, name: "Grace", email: "grace@example.com", role: "viewer" } as const;
    renameSelf(viewer, { name: "Grace O." });
    renameSelf(viewer, { name: "Grace O." });
    expect(findUserByEmail("grace@example.com")?.name).toBe("Grace O.");
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Grace O.",
      detail: { before: "Grace", after: "Grace O." },
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

import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { ensureFirstAccounts } from "@/db/mutations/first-accounts";
import { signInWithPassword } from "@/db/mutations/sign-in";
import { listDemoAccounts } from "@/db/queries/auth/users";
import { users } from "@/db/schema";
import { freshDatabase } from "@/tests/support/database";
import { makeUser } from "@/tests/support/make-user";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 10);
const demoPassword = "kq7f-jx2m-4hdw-p9rt";
const nothing = { adminEmail: undefined, adminPassword: undefined, demoPassword };

const emails = () =>
  db()
    .select()
    .from(users)
    .all()
    .map(({ email }) => email);

const signIn = (email: string, password: string) =>
  signInWithPassword({ email, password, address: "10.0.0.1" }, NOW);

describe("ensureFirstAccounts", () => {
  test("makes the demo's three people with the demo's password", async () => {
    const line = await ensureFirstAccounts({ ...nothing, demo: true });
    expect(line).toBe(`admin@demo.example with the password ${demoPassword}`);
    expect(emails()).toEqual([
      "admin@demo.example",
      "responder@demo.example",
      "viewer@demo.example",
    ]);
    expect(listDemoAccounts()).toHaveLength(3);
    await expect(signIn("viewer@demo.example", demoPassword)).resolves.toBeDefined();
  });

  test("makes the admin who was asked for, beside the demo", async () => {
    const own = { adminEmail: "ops@example.com", adminPassword: "purple monkey dishwasher" };
    const line = await ensureFirstAccounts({ ...nothing, ...own, demo: true });
    expect(line).toBe("ops@example.com with the password from ADMIN_PASSWORD");
    expect(emails()).toHaveLength(4);
    await expect(signIn("ops@example.com", own.adminPassword)).resolves.toBeDefined();
  });

  test("makes up a password for an admin without one, and shows it once", async () => {
    const line = await ensureFirstAccounts({ ...nothing, demo: false });
    const [, password = ""] =
      /^admin@localhost with the password (\S+) \(shown only now\)$/.exec(line) ?? [];
    expect(emails()).toEqual(["admin@localhost"]);
    await expect(signIn("admin@localhost", password)).resolves.toBeDefined();
    expect(await ensureFirstAccounts({ ...nothing, demo: false })).toBe("with your account");
  });

  test("refuses a password for the admin that is easy to guess", async () => {
    const own = { adminEmail: "ops@example.com", adminPassword: "passwordpassword" };
    await expect(ensureFirstAccounts({ ...nothing, ...own, demo: true })).rejects.toThrow(
      "harder to guess",
    );
    expect(emails()).toEqual([]);
  });

  test("changes nothing once there are accounts", async () => {
    await makeUser();
    const own = { adminEmail: "ops@example.com", adminPassword: "purple monkey dishwasher" };
    await ensureFirstAccounts({ ...nothing, ...own, demo: true });
    expect(emails()).toEqual(["grace@example.com"]);
  });
});

import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { ensureFirstAccounts } from "@/db/mutations/first-accounts";
import { setUp } from "@/db/mutations/invitations";
import { signInWithPassword } from "@/db/mutations/sign-in";
import { listDemoAccounts } from "@/db/queries/auth/users";
import { users } from "@/db/schema";
import { freshDatabase } from "@/tests/support/database";
import { makeUser } from "@/tests/support/make-user";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 10);
const HOUR = 3_600_000;
const ADA = { name: "Ada", email: "ada@example.com", password: "purple monkey dishwasher" };

const codeIn = (line: string) =>
  /^at \/login\/setup with the code (\S+) \(shown only now\)$/.exec(line)?.[1] ?? "";

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
    const own = { ...nothing, adminEmail: "ops@example.com", demo: false };
    const line = await ensureFirstAccounts(own);
    const [, password = ""] =
      /^ops@example.com with the password (\S+) \(shown only now\)$/.exec(line) ?? [];
    expect(emails()).toEqual(["ops@example.com"]);
    await expect(signIn("ops@example.com", password)).resolves.toBeDefined();
    expect(await ensureFirstAccounts(own)).toBe("with your account");
  });

  test("makes no account where none was asked for, but a code for the page that does", async () => {
    const line = await ensureFirstAccounts({ ...nothing, demo: false }, NOW);
    const code = codeIn(line);
    expect(emails()).toEqual([]);
    await setUp({ ...ADA, code }, NOW);
    expect(emails()).toEqual(["ada@example.com"]);
    await expect(signIn("ada@example.com", ADA.password)).resolves.toBeDefined();
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

describe("setUp", () => {
  const start = async (now = NOW) =>
    codeIn(await ensureFirstAccounts({ ...nothing, demo: false }, now));

  test("makes an admin", async () => {
    await setUp({ ...ADA, code: await start() }, NOW);
    expect(db().select().from(users).get()).toMatchObject({ name: "Ada", role: "admin" });
  });

  test("takes the code of the last start alone", async () => {
    const first = await start();
    const second = await start();
    await expect(setUp({ ...ADA, code: first }, NOW)).rejects.toThrow("not the code");
    await expect(setUp({ ...ADA, code: ` ${second.toUpperCase()} ` }, NOW)).resolves.toBeDefined();
  });

  test("takes no code that is older than a day", async () => {
    const code = await start();
    await expect(setUp({ ...ADA, code }, NOW + 25 * HOUR)).rejects.toThrow("not the code");
  });

  test("makes nothing once there is an account", async () => {
    const code = await start();
    await makeUser();
    await expect(setUp({ ...ADA, code }, NOW)).rejects.toThrow("There is an account already");
    expect(emails()).toEqual(["grace@example.com"]);
  });
});

import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

let folder: string;
let taken: Server;
let takenPort: string;

beforeAll(async () => {
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const address = taken.address();
  takenPort = String(typeof address === "object" ? address?.port : "");
});
afterAll(() => taken.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-start-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Prepares a start in a process of its own, as `npm start` does; port 1 to 65535 must be free. */
function prepare(settings: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/prepare.ts"],
    {
      encoding: "utf8",
      env: {
        NODE_ENV: "test",
        PATH: process.env.PATH,
        DATA_DIR: join(folder, "data"),
        PORT: "39871",
        ...settings,
      },
    },
  );
  return { status, stdout, stderr };
}

/** What a start that was prepared printed: where to listen, then how to sign in. */
const printed = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .reduce((all, line) => ({ ...all, ...JSON.parse(line) }), { signIn: "" });

describe("preparing a start", () => {
  test("needs no setting, and prints where the portal will be and how to sign in", () => {
    const { status, stdout, stderr } = prepare({});
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(printed(stdout)).toMatchObject({
      host: "127.0.0.1",
      baseUrl: "http://127.0.0.1:39871",
      dataDir: join(folder, "data"),
      signIn: expect.stringContaining("@"),
    });
  });

  test("keeps what is there when it runs again", () => {
    const first = printed(prepare({}).stdout);
    const secrets = readFileSync(join(folder, "data", "secrets.json"), "utf8");
    const second = printed(prepare({}).stdout);
    expect(second).toEqual(first);
    expect(readFileSync(join(folder, "data", "secrets.json"), "utf8")).toBe(secrets);
  });

  test("makes no new database in place of one that is missing", () => {
    prepare({});
    const data = join(folder, "data");
    rmSync(join(data, "muster.db"));
    mkdirSync(join(data, "status"));
    writeFileSync(join(data, "status", "site.json"), "{}");
    const { status, stdout, stderr } = prepare({});
    expect(status).toBe(1);
    expect(printed(stdout)).toMatchObject({ port: 39871, signIn: "" });
    expect(stderr).toContain("muster.db is missing, and was there before. Put it back");
    expect(existsSync(join(data, "muster.db"))).toBe(false);
  });

  test("keeps secrets where only their owner reads them", () => {
    prepare({});
    expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "data", "secrets.json")).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "data", "muster.db")).mode & 0o777).toBe(0o600);
  });

  test("starts empty, with the admin that was asked for, when the demo is off", () => {
    const { stdout } = prepare({
      DEMO: "0",
      ADMIN_EMAIL: "ops@example.com",
      ADMIN_PASSWORD: "correct horse battery",
    });
    expect(printed(stdout).signIn).toContain("ops@example.com");
    expect(stdout).not.toContain("correct horse battery");
    const sqlite = new Database(join(folder, "data", "muster.db"), { readonly: true });
    expect(sqlite.prepare("select count(*) from incidents").pluck().get()).toBe(0);
    expect(sqlite.prepare("select email, role, is_demo from users").all()).toEqual([
      { email: "ops@example.com", role: "admin", is_demo: 0 },
    ]);
    sqlite.close();
  });

  test.each([
    [
      "a port in use",
      () => ({ PORT: takenPort }),
      /^Port \d+ on 127\.0\.0\.1 is in use\. .*PORT=\d+/,
    ],
    ["a port that is none", () => ({ PORT: "eighty" }), /PORT/],
    ["an address that is none", () => ({ BASE_URL: "portal.example" }), /BASE_URL is not an http/],
    [
      "a short password",
      () => ({ ADMIN_EMAIL: "a@b.co", ADMIN_PASSWORD: "short" }),
      /ADMIN_PASSWORD/,
    ],
    [
      "a data folder that cannot be written",
      () => {
        writeFileSync(join(folder, "file"), "");
        return { DATA_DIR: join(folder, "file", "data") };
      },
      /^The data folder .* cannot be written\. /,
    ],
    [
      "a database newer than the code",
      () => {
        prepare({});
        const sqlite = new Database(join(folder, "data", "muster.db"));
        sqlite.exec(
          "insert into __drizzle_migrations (hash, created_at) values ('x', 4102444800000)",
        );
        sqlite.close();
        return {};
      },
      /^This database was made by a newer Muster\./,
    ],
  ])("refuses %s with one sentence", (_, settings, sentence) => {
    const { status, stdout, stderr } = prepare(settings());
    expect(status).toBe(1);
    expect(printed(stdout).signIn).toBe("");
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { replaceDatabase } from "@/db/client";
import { createApiToken } from "@/db/mutations/api-tokens";
import { SCOPE_NAMES } from "@/lib/domain/scopes";
import { runCommand } from "@/scripts/cli";
import { makeRecord, makeViewer, sampleRecord } from "@/tests/support/make";
import { makeUser } from "@/tests/support/make-user";
import { serveApi } from "@/tests/support/serve-api";

let cwd: string;
let server: Server;
let url: string;
const NOBODY = { url: "", token: "" };

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "muster-both-"));
  write("sample.json", sampleRecord());
  write("other.json", { ...sampleRecord(), incident: { ...sampleRecord().incident, title: "X" } });
  write("bad.json", "[]");
  write("small.json", makeRecord());
  ({ server, url } = await serveApi());
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
  replaceDatabase(undefined);
  rmSync(cwd, { recursive: true, force: true });
});

const write = (name: string, value: unknown) =>
  writeFileSync(join(cwd, name), typeof value === "string" ? value : JSON.stringify(value));

async function run(line: string[], { url: at, token } = NOBODY) {
  vi.stubEnv("MUSTER_URL", at);
  vi.stubEnv("MUSTER_TOKEN", token);
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), cwd };
  const [verb = "", ...args] = line;
  return { code: await runCommand(verb, args, io), out: out.map(timeless), err: err.map(timeless) };
}

const timeless = (text: string) =>
  text.replace(/\b20\d\d-\d\d-\d\dT[\d:.]+Z/g, "TIME").replaceAll(/INC-20(?!24)\d\d/g, "INC-YEAR");

const KEY = `INC-${new Date().getUTCFullYear()}-0001`;

/** What is run, one after the other on the same database, with its exit code and a word of what it says. */
const LINES: [line: string[], code: number, says: string][] = [
  [["import", "sample.json"], 0, "INC-2024-0142 created: 18 events"],
  [["import", "sample.json"], 0, "INC-2024-0142 unchanged"],
  [["import", "other.json"], 1, "Take it over with --replace"],
  [["import", "other.json", "--replace"], 0, "INC-2024-0142 replaced"],
  [["import", "sample.json", "--replace", "--publish"], 0, "published 4 messages"],
  [["import", "bad.json", "none.json"], 1, "There is no such file."],
  [["import"], 2, "Usage: muster import"],
  [["export", "INC-2024-0142"], 0, '"Payment Service Degradation"'],
  [["export", "INC-1"], 1, "There is no incident INC-1."],
  [["export"], 2, "Usage: muster export"],
  [["analyze", "sample.json"], 0, '"computed": "SEV2"'],
  [["incident", "declare", "Mail is late", "--severity", "SEV3"], 0, "0001 declared as SEV3"],
  [["incident", "declare", "Mail is late", "--severity", "SEV9"], 1, "severity: "],
  [["incident", "declare", "Mail is late"], 2, "Usage: muster incident declare"],
  [["incident", "list"], 0, "Mail is late"],
  [["incident", "list", "--view", "all", "--severity", "SEV1", "--json"], 0, "INC-2024-0142"],
  [["incident", "list", "--view", "some"], 1, "view: "],
  [["incident", "list", "--limit", "1", "--view", "all"], 0, "There are more"],
  [["incident", "note", KEY, "The queue is full.", "--at", "2026-01-01T10:00:00Z"], 0, "row "],
  [["incident", "note", KEY, "Later.", "--at", "2099-01-01T10:00:00Z"], 1, "yet to come"],
  [["incident", "status", KEY, "identified"], 0, "is identified"],
  [["incident", "status", KEY, "asleep"], 1, "status: "],
  [["incident", "show", KEY], 0, "status: identified"],
  [["incident", "show", "INC-1"], 1, "There is no incident INC-1."],
  [["incident", "show", KEY, "--loud"], 2, "Unknown option '--loud'"],
  [["update", "post", KEY, "external", "Mail is late.", "--next", "30"], 0, "on the public page"],
  [["update", "post", KEY, "external", "All of our 900000 users wait."], 1, "--anyway"],
  [["update", "post", KEY, "external", "All of our 900000 users wait.", "--anyway"], 0, "posted"],
  [["update", "post", KEY, "nobody", "Mail is late."], 1, "audience: "],
  [["update", "post", KEY], 2, "Usage: muster update post"],
  [["incident", "resolve", KEY, "Emptied the queue."], 0, "is resolved"],
  [["incident", "status", KEY, "monitoring"], 1, "Say why it is not over."],
  [["action", "list", "--incident", "INC-2024-0142"], 0, "AI-1"],
  [["action", "list", "--status", "asleep"], 1, "status: "],
  [["action", "move", "AI-1", "in_progress"], 0, "AI-1 is in_progress"],
  [["action", "move", "AI-2", "wont_do"], 1, "Say why it will not be done."],
  [["action", "move", "AI-2", "wont_do", "--reason", "Not needed."], 0, "AI-2 is wont_do"],
  [["action", "move", "AI-99", "open"], 1, "There is no action item AI-99."],
  [["action", "move", "one", "open"], 2, "Usage: muster action move"],
  [["search", "queue"], 0, KEY.slice(-4)],
  [["search", "queue", "--kind", "event", "--json"], 0, '"kind": "event"'],
  [["search"], 2, "Usage: muster search"],
  [["incident", "sleep"], 2, "Usage: muster incident list"],
];

async function runAll(where = NOBODY) {
  const answers = [];
  for (const [line] of LINES) answers.push({ line, ...(await run(line, where)) });
  return answers;
}

describe("each verb", () => {
  test("says and answers the same on the database and over a portal", async () => {
    vi.stubEnv("DATA_DIR", join(cwd, "here"));
    const here = await runAll();
    const said = here.map(({ line, code, out, err }) => [line, code, [...out, ...err].join("\n")]);
    expect(said).toEqual(
      LINES.map(([line, code, says]) => [line, code, expect.stringContaining(timeless(says))]),
    );

    const { openDatabase } = await import("@/db/open");
    replaceDatabase(openDatabase(":memory:"));
    globalThis.musterApiRate = undefined;
    const userId = await makeUser({
      email: "cli@example.com",
      name: "command line",
      role: "admin",
    });
    const viewer = makeViewer({ userId, name: "command line", role: "admin" });
    const { token } = createApiToken(viewer, { name: "cli", scopes: SCOPE_NAMES, days: 1 });
    expect(await runAll({ url, token })).toEqual(here);
  }, 120_000);
});

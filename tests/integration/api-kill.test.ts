import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { events, incidents } from "@/db/schema";
import { makeApiToken } from "@/tests/support/ask-api";
import { makeIncident } from "@/tests/support/make-incident";

const ROUNDS = 4;
const AT_ONCE = 12;

let folder: string;
let server: ChildProcess;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-api-kill-"));
});
afterAll(() => {
  server.kill("SIGKILL");
  replaceDatabase(undefined);
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process that serves the API on this database; gives its address. */
async function serve(file: string): Promise<string> {
  const args = ["--import", "tsx", "tests/support/api-server.ts", file];
  server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(server.stdout ?? raise(), "data");
  return `http://127.0.0.1:${String(said).trim()}/api/v1`;
}

function raise(): never {
  throw new Error("The process has no output.");
}

describe("a repeated idempotency key", () => {
  test("acts once, also where the process is killed between the effect and its answer", async () => {
    const file = join(folder, "muster.db");
    replaceDatabase(openDatabase(file));
    const { token } = await makeApiToken();
    const key = makeIncident();
    const add = async (api: string, id: string) => {
      const answer = await fetch(`${api}/incidents/${key}/timeline`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${token}`,
          "Content-Type": "application/json",
          "Idempotency-Key": id,
        },
        body: JSON.stringify({ description: id }),
      }).catch(() => undefined);
      return answer?.status;
    };

    const ids: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const api = await serve(file);
      const own = Array.from({ length: AT_ONCE }, (_, index) => `note-${round}.${index}`);
      ids.push(...own);
      const sent = own.map((id) => add(api, id));
      setTimeout(() => server.kill("SIGKILL"), round * 20);
      await Promise.all([...sent, once(server, "exit")]);
    }
    const api = await serve(file);
    const repeated = [];
    for (const id of ids) repeated.push(await add(api, id));

    expect(new Set(repeated)).toEqual(new Set([201]));
    const noted = db()
      .select()
      .from(events)
      .all()
      .map(({ description }) => description);
    expect(noted.filter((text) => text.startsWith("note")).sort()).toEqual(ids.sort());
    expect(db().select().from(incidents).all()).toHaveLength(1);
  }, 180_000);
});

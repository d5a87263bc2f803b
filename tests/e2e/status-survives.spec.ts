import { spawn } from "node:child_process";
import { once } from "node:events";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { ask } from "@/tests/support/ask";
import { nginxIn, nginxPath, startNginx } from "@/tests/support/nginx";
import { freePort, startServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

const LONG = { timeout: 60_000 };
const STATUS_URL = "http://status.example.com";
const ADDRESSES = ["/", "/history", "/api/v2/summary.json", "/updates.atom", "/maintenance.ics"];

/** Puts the portal's database away, or back. */
function moveDatabase({ dataDir }: OwnServer, from: string, to: string): void {
  for (const ending of ["", "-wal", "-shm"]) {
    const file = join(dataDir, `muster.db${ending}`);
    try {
      renameSync(file + from, file + to);
    } catch (error) {
      if (ending === "") throw error; // the others are there only while somebody writes
    }
  }
}

async function read(port: number): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const path of ADDRESSES) {
    const { status, body } = await ask(port, path);
    expect(status, path).toBe(200);
    expect(body.length, path).toBeGreaterThan(50);
    answers.set(path, body.toString());
  }
  return answers;
}

const isPrepared = (port: number) =>
  expect.poll(async () => (await ask(port, "/none")).status, LONG).toBe(404);

test("the public page outlives the database, also through a restart, and says how old it is", async () => {
  test.setTimeout(180_000);
  const server = await startServer({ STATUS_URL });
  const port = Number(new URL(server.url).port);
  await isPrepared(port);
  const before = await read(port);
  expect(before.get("/")).not.toContain("last known state");

  moveDatabase(server, "", ".away");
  await expect.poll(async () => (await read(port)).get("/"), LONG).toContain("last known state");
  expect((await read(port)).get("/updates.atom")).toBe(before.get("/updates.atom"));
  await server.stop();

  const again = spawn(process.execPath, ["scripts/muster.mjs", "start"], {
    env: { ...process.env, STATUS_URL, PORT: String(port), DATA_DIR: server.dataDir },
    stdio: "ignore",
  });
  const gone = once(again, "exit");
  try {
    await expect
      .poll(
        () =>
          ask(port, "/none").then(
            ({ status }) => status,
            () => 0,
          ),
        LONG,
      )
      .toBe(404);
    const after = await read(port);
    expect(after.get("/")).toContain("last known state");
    expect(after.get("/updates.atom")).toBe(before.get("/updates.atom"));
    expect((await fetch(server.url)).status).toBe(503);

    moveDatabase(server, ".away", "");
    await expect
      .poll(async () => (await read(port)).get("/"), LONG)
      .not.toContain("last known state");
  } finally {
    again.kill("SIGKILL");
    await gone;
  }
});

test("the public page stays up behind nginx when the portal is killed", async () => {
  test.skip(!nginxPath, "There is no nginx on this machine.");
  const server = await startServer({ STATUS_URL });
  const [portal, front] = [Number(new URL(server.url).port), await freePort()];
  const [cache = ""] = nginxIn("docs/status-page.md");
  const nginx = await startNginx([
    cache
      .replace("127.0.0.1:3000", `127.0.0.1:${portal}`)
      .replace("server {", `server {\n listen 127.0.0.1:${front};`),
  ]);
  try {
    await isPrepared(portal);
    await expect
      .poll(
        () =>
          ask(front, "/").then(
            ({ status }) => status,
            () => 0,
          ),
        LONG,
      )
      .toBe(200);
    const before = await read(front);
    await server.stop("SIGKILL");
    expect(await read(front)).toEqual(before);
  } finally {
    server.process.kill("SIGKILL");
    await nginx.stop();
  }
});

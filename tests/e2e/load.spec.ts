import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { randomFrom } from "@/scripts/benchmark/random";
import { killAgainAndAgain, lostOf } from "@/scripts/load/kill";
import { doSomething, emptyLog } from "@/scripts/load/mix";
import { openPortal } from "@/scripts/load/portal";
import { soak } from "@/scripts/load/soak";
import { startServer } from "./own-server";
import { expect, test } from "./test";

/** `npm run kill` and `npm run soak` are the long forms. */
const KILLS = 4;
const SOAK = { minutes: 0.4, samples: 4, perSecond: 10 };

test("loses no acknowledged write when it is killed in the middle of everything", async () => {
  test.setTimeout(300_000);
  const killed = await killAgainAndAgain(KILLS, 7);
  expect(killed.acknowledged).toBeGreaterThan(KILLS);
  expect(killed).toMatchObject({ lost: [], integrity: "ok", orphans: [] });
  expect(killed.audit).toContain("as written");
});

test("answers everything under load, and holds no more files as time goes by", async () => {
  test.setTimeout(180_000);
  test.skip(process.platform !== "linux", "Only Linux says what a process holds.");
  const { samples, others, ended } = await soak(SOAK);
  expect([...others]).toEqual([]);
  expect(ended).toBe(0);
  const [first, last] = [samples[0]?.files ?? 0, samples.at(-1)?.files ?? Infinity];
  expect(last - first).toBeLessThan(30);
});

test("is backed up under load to a state that is whole and has what was there", async () => {
  test.setTimeout(180_000);
  const { server, portal } = await openPortal();
  const log = emptyLog();
  const random = randomFrom(3);
  let isOver = false;
  const worker = async () => {
    while (!isOver) await doSomething(portal, random, log);
  };
  const workers = [1, 2, 3, 4].map(worker);
  await expect.poll(() => log.written.length, { timeout: 60_000 }).toBeGreaterThan(20);

  const before = [...log.written];
  const folder = mkdtempSync(join(tmpdir(), "muster-backup-"));
  const muster = (dataDir: string, ...args: string[]) =>
    promisify(execFile)(process.execPath, ["scripts/muster.mjs", ...args], {
      env: { ...process.env, DATA_DIR: dataDir },
    });
  const { stdout: file } = await muster(server.dataDir, "backup", "--to", folder);
  isOver = true;
  await Promise.all(workers);
  await server.stop();
  expect(log.written.length).toBeGreaterThan(before.length);

  const restored = join(folder, "restored");
  cpSync(join(server.dataDir, "secrets.json"), join(restored, "secrets.json"));
  await muster(restored, "restore", file.trim());
  expect(lostOf(restored, before)).toEqual([]);
  const again = await startServer({ DATA_DIR: restored });
  expect((await fetch(`${again.url}/api/ready`)).status).toBe(200);
  expect((await fetch(`${again.url}/status`)).status).toBe(200);
  await again.stop();
  const env = { ...process.env, DATA_DIR: restored };
  execFileSync(process.execPath, ["scripts/muster.mjs", "audit", "verify"], { env });
  for (const made of [folder, server.dataDir]) rmSync(made, { recursive: true });
});

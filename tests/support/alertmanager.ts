import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/tests/e2e/own-server";

export const alertmanagerPath = [
  process.env.ALERTMANAGER_PATH,
  "/usr/bin/prometheus-alertmanager",
].find((path) => path && existsSync(path));

type Raised = { labels: Record<string, string>; annotations?: Record<string, string> };

/** Runs an Alertmanager of the test's own on loopback, with this configuration. */
export async function startAlertmanager(config: string) {
  if (!alertmanagerPath) throw new Error("There is no Alertmanager.");
  const folder = mkdtempSync(join(tmpdir(), "muster-alertmanager-"));
  const file = join(folder, "alertmanager.yml");
  writeFileSync(file, config);
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(alertmanagerPath, [
    `--config.file=${file}`,
    `--storage.path=${join(folder, "data")}`,
    `--web.listen-address=${url.replace("http://", "")}`,
    "--cluster.listen-address=",
  ]);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  }
  const gone = once(child, "exit");
  await isReady(`${url}/-/ready`, () => printed);

  const send = async (alerts: (Raised & { startsAt: string; endsAt: string })[]) => {
    const { ok, status } = await fetch(`${url}/api/v2/alerts`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(alerts),
    });
    if (!ok) throw new Error(`Alertmanager answered ${status}.`);
  };
  const began = new Date(Date.now() - 60_000).toISOString();
  const within = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  return {
    raise: (...alerts: Raised[]) =>
      send(alerts.map((alert) => ({ ...alert, startsAt: began, endsAt: within(30) }))),
    resolve: (...alerts: Raised[]) =>
      send(alerts.map((alert) => ({ ...alert, startsAt: began, endsAt: within(0) }))),
    printed: () => printed,
    async stop() {
      child.kill();
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
}

async function isReady(url: string, printed: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // it is not up yet
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Alertmanager did not start:\n${printed()}`);
}

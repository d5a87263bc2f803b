import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type OwnServer = {
  url: string;
  dataDir: string;
  process: ChildProcess;
  /** What it has printed so far. */
  output: () => string;
  demoPassword: () => string;
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Starts a portal of a test's own, with settings and data of its own, or where they say so on others'. */
export async function startServer(settings: Record<string, string> = {}): Promise<OwnServer> {
  const port = settings.PORT ?? String(await freePort());
  const dataDir = settings.DATA_DIR ?? mkdtempSync(join(tmpdir(), "muster-own-"));
  const child = spawn(process.execPath, ["scripts/muster.mjs", "start"], {
    env: { ...process.env, ...settings, PORT: port, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const gone = once(child, "exit");
  const keep = (chunk: Buffer) => (printed += chunk.toString());
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);

  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/api/health`, () => printed);
  return {
    url,
    dataDir,
    process: child,
    output: () => printed,
    demoPassword: () =>
      JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")).demoPassword,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return address.port;
}

async function answers(url: string, printed: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`The server did not start:\n${printed()}`);
}

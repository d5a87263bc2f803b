// Measures a built portal on data of its own: node --import tsx scripts/measure.ts
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { startServer, type OwnServer } from "@/tests/e2e/own-server";
import { makeLongRecord } from "@/tests/support/make-long-record";
import { signIn } from "./measure/sign-in";

const REQUESTS = 40;
const WARM_UP = 10;
const MS_PER_TICK = 10;
const PAGES: [string, string][] = [
  ["incident list", "/incidents?view=all"],
  ["action board", "/actions"],
  ["incident, 18 events (the sample)", "/incidents/INC-2024-0142"],
  ["incident, 500 events", "/incidents/INC-2026-0500"],
  ["incident, 10,000 events", "/incidents/INC-2026-10000"],
  ["incident, 10,000 events, event 9,000", "/incidents/INC-2026-10000?event=9000"],
];

const secondsOf = (run: () => void) => {
  const began = performance.now();
  run();
  return ((performance.now() - began) / 1000).toFixed(1);
};

function importRecord(server: OwnServer, key: string, events: number): string {
  const folder = mkdtempSync(join(tmpdir(), "muster-measure-"));
  const file = join(folder, "record.json");
  writeFileSync(file, JSON.stringify(makeLongRecord(key, events)));
  const env = { ...process.env, DATA_DIR: server.dataDir };
  const seconds = secondsOf(() =>
    execFileSync(process.execPath, ["scripts/muster.mjs", "import", file], { env }),
  );
  rmSync(folder, { recursive: true });
  return seconds;
}

/** The milliseconds that a process has had of the processor, where the system tells: Linux. */
function processorTime(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

async function measure({ process: { pid } }: OwnServer, url: string, cookie: string) {
  const times: number[] = [];
  let body = "";
  for (let i = 0; i < WARM_UP; i += 1)
    await (await fetch(url, { headers: { Cookie: cookie } })).text();
  const before = processorTime(pid);
  for (let i = 0; i < REQUESTS; i += 1) {
    const began = performance.now();
    const answer = await fetch(url, { headers: { Cookie: cookie } });
    body = await answer.text();
    times.push(performance.now() - began);
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  const [html, sent] = [Buffer.byteLength(body), gzipSync(body).byteLength].map((bytes) =>
    Math.round(bytes / 1024),
  );
  const work = Math.round((processorTime(pid) - before) / REQUESTS);
  return { median: at(0.5), p90: at(0.9), work, html, sent };
}

const server = await startServer({ LOG_LEVEL: "error" });
try {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print(`import of 500 events      ${importRecord(server, "INC-2026-0500", 500)} s`);
  print(`import of 10,000 events   ${importRecord(server, "INC-2026-10000", 10_000)} s`);
  print(
    "\n| page | processor ms | median ms | p90 ms | HTML kB | gzip kB |\n|---|---|---|---|---|---|",
  );
  const cookie = await signIn(server, "viewer");
  for (const [name, path] of PAGES) {
    const { work, median, p90, html, sent } = await measure(server, `${server.url}${path}`, cookie);
    print(`| ${name} | ${work} | ${median} | ${p90} | ${html} | ${sent} |`);
  }
} finally {
  await server.stop();
  rmSync(server.dataDir, { recursive: true });
}

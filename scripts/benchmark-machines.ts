// Measures several built portals over one libSQL server, beside one portal on a file of its own:
// npm run benchmark:machines -- [--machines 3] [--seconds 10] [--writes 100] [--incidents 10000] [--events 100000]
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { OwnServer } from "@/tests/e2e/own-server";
import { openTogether } from "./machines/together";

const { values } = parseArgs({
  options: {
    machines: { type: "string", default: "3" },
    seconds: { type: "string", default: "10" },
    writes: { type: "string", default: "100" },
    incidents: { type: "string", default: "10000" },
    events: { type: "string", default: "100000" },
  },
});
const sizes = { incidents: Number(values.incidents), events: Number(values.events) };
const AT_ONCE = 4;

const print = (line: string) => process.stdout.write(`${line}\n`);
const at = (sorted: number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? NaN;
const spread = (times: number[]) => {
  const sorted = times.toSorted((a, b) => a - b);
  return `${at(sorted, 0.5).toFixed(1)} ms in the middle, ${at(sorted, 0.95).toFixed(1)} ms for the slowest twentieth`;
};

async function ask(url: string, token: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const answer = await fetch(url, { ...init, headers });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** Waits until a portal has heard of the token, which was made elsewhere. */
async function knows({ url }: OwnServer, token: string): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  while ((await fetch(`${url}/api/v1/incidents?limit=1`, { headers })).status === 401) {
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Reads from all of them at once, for some seconds; how many answers there were in one. */
async function readsPerSecond(servers: OwnServer[], token: string): Promise<number> {
  for (const server of servers) await knows(server, token);
  const until = Date.now() + Number(values.seconds) * 1000;
  let answers = 0;
  const readers = servers.flatMap(({ url }) =>
    Array.from({ length: AT_ONCE }, async () => {
      while (Date.now() < until) {
        await (await ask(`${url}/api/v1/incidents?limit=50`, token)).arrayBuffer();
        answers += 1;
      }
    }),
  );
  await Promise.all(readers);
  return answers / Number(values.seconds);
}

async function declare({ url }: OwnServer, token: string, title: string): Promise<string> {
  const body = JSON.stringify({ title, severity: "SEV4" });
  const { key } = await (
    await ask(`${url}/api/v1/incidents`, token, { method: "POST", body })
  ).json();
  return String(key);
}

/** Writes one after another; how long each took, and until another portal had it. */
async function timeWrites(first: OwnServer, last: OwnServer, token: string) {
  const times: number[] = [];
  const shown: number[] = [];
  for (let count = 0; count < Number(values.writes); count += 1) {
    const began = performance.now();
    const key = await declare(first, token, `Measured ${count}`);
    times.push(performance.now() - began);
    while (!(await isThere(last, token, key))) await new Promise((done) => setTimeout(done, 20));
    shown.push(performance.now() - began - (times.at(-1) ?? 0));
  }
  return { times, shown };
}

async function isThere({ url }: OwnServer, token: string, key: string): Promise<boolean> {
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${url}/api/v1/incidents/${key}`, { headers })).ok;
}

async function measure(isShared: boolean, machines: number): Promise<void> {
  const together = await openTogether(sizes, isShared);
  const servers: OwnServer[] = [];
  try {
    servers.push(await together.join());
    const token = together.token();
    for (;;) {
      const reads = await readsPerSecond(servers, token);
      const name = isShared ? `${servers.length} over a libSQL server` : "One on a file of its own";
      print(`${name}: ${reads.toFixed(1)} reads a second`);
      if (servers.length === machines) break;
      servers.push(await together.join());
    }
    const [first] = servers;
    const last = servers.at(-1);
    if (!first || !last) return;
    const { times, shown } = await timeWrites(first, last, token);
    print(`  an incident is declared in ${spread(times)}`);
    if (isShared) print(`  and is there on another machine after ${spread(shown)} more`);
  } finally {
    await together.end();
  }
}

print(`${cpus().length} cores, which all of it shares, Node ${process.version}`);
await measure(false, 1);
await measure(true, Number(values.machines));
print(
  `Load of the machine at the end: ${loadavg()
    .map((n) => n.toFixed(1))
    .join(", ")}`,
);

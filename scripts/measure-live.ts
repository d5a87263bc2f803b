// Measures live updates on a built portal and data of its own: npm run measure:live
import { readFileSync, rmSync } from "node:fs";
import { startServer, type OwnServer } from "@/tests/e2e/own-server";
import { Listeners } from "./measure/listeners";
import { signIn } from "./measure/sign-in";

const KEY = "INC-2024-0142";
const POSTS = 30;
const WARM_UP = 10;
const ROUNDS = 4;
const BETWEEN_POSTS = 150;
const SESSIONS = 50;
const SETTLE = 2000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const print = (line: string) => process.stdout.write(`${line}\n`);

/** The value below which this share of the numbers lies. */
function at(share: number, numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  return String(Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0));
}

/** The memory that a process has, in MB, where the system tells: Linux. */
function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

/** The fields that React hides in the form with this field, as a browser without scripts sends them. */
async function hiddenFields(url: string, cookie: string, field: string): Promise<FormData> {
  const page = await (await fetch(url, { headers: { Cookie: cookie } })).text();
  const forms = page.match(/<form[^]*?<\/form>/g) ?? [];
  const wanted = forms.find((form) => form.includes(`name="${field}"`)) ?? "";
  const filled = new FormData();
  for (const [input] of wanted.matchAll(/<input type="hidden"[^>]*>/g)) {
    const valueOf = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? "";
    filled.set(valueOf("name"), valueOf("value").replaceAll("&quot;", '"'));
  }
  return filled;
}

/** Adds events, each some time after the last; the milliseconds until each was answered. */
async function post({ url }: OwnServer, cookie: string, gap: number): Promise<number[]> {
  const page = `${url}/incidents/${KEY}`;
  const fields = await hiddenFields(page, cookie, "description");
  const times: number[] = [];
  for (let i = 0; i < POSTS; i += 1) {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    form.set("description", `Measured ${i}`);
    form.set("type", "investigation");
    const began = performance.now();
    const answer = await fetch(page, {
      method: "POST",
      body: form,
      redirect: "manual",
      headers: { Cookie: cookie, Origin: url, "Sec-Fetch-Site": "same-origin" },
    });
    await answer.text();
    times.push(performance.now() - began);
    if (answer.status >= 400) throw new Error(`${page} answered ${answer.status}`);
    await pause(gap);
  }
  return times;
}

async function measure(server: OwnServer): Promise<void> {
  const cookie = await signIn(server, "responder");
  const sessions: string[] = [];
  for (let i = 0; i < SESSIONS; i += 1) sessions.push(await signIn(server, "viewer"));
  for (let i = 0; i < WARM_UP; i += 1) await post(server, cookie, 0);
  const { pid } = server.process;

  print(
    "| open streams | memory for them, MB | answered: median ms | p99 ms | heard: median ms | p99 ms |",
  );
  print("|---|---|---|---|---|---|");
  for (const count of [200, 1000]) {
    const without: number[] = [];
    const withThem: number[] = [];
    const listeners = new Listeners(server.url);
    const memory: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      without.push(...(await post(server, cookie, BETWEEN_POSTS)));
      const before = memoryOf(pid);
      await listeners.open(count, sessions);
      await pause(SETTLE);
      memory.push(memoryOf(pid) - before);
      withThem.push(...(await post(server, cookie, BETWEEN_POSTS)));
      await pause(SETTLE);
      listeners.close();
      await pause(SETTLE);
    }
    const { heard } = listeners;
    if (heard.length !== count * POSTS * ROUNDS) print(`heard ${heard.length} changes`);
    print(`| 0 | | ${at(0.5, without)} | ${at(0.99, without)} | | |`);
    print(
      `| ${count} | ${memory.join(", ")} | ${at(0.5, withThem)} | ${at(0.99, withThem)} | ${at(0.5, heard)} | ${at(0.99, heard)} |`,
    );
  }
}

const server = await startServer({ LOG_LEVEL: "error" });
try {
  await measure(server);
} finally {
  await server.stop();
  rmSync(server.dataDir, { recursive: true });
}

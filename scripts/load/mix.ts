import type { Random } from "../benchmark/random";

export type Portal = { url: string; token: string; cookie: string };

/** What was written, and where its text stands. */
export type Written = { table: Table; text: string };
type Table = keyof typeof COLUMNS;

/** The column that holds what a write of the load wrote, by table. */
export const COLUMNS = {
  incidents: "title",
  events: "description",
  communications: "message",
  action_items: "title",
} as const;

export type Log = {
  /** The incidents that are written to: the newest ones that the load declared. */
  keys: [string, ...string[]];
  /** Every write that was answered as done. */
  written: Written[];
  reads: number;
  /** How often something was answered with which other status; 0 for no answer. */
  others: Map<number, number>;
  /** The milliseconds that each answer took. */
  times: number[];
};

const SAMPLE = "INC-2024-0142";
const MOST_KEYS = 20;

export const emptyLog = (): Log => ({
  keys: [SAMPLE],
  written: [],
  reads: 0,
  others: new Map(),
  times: [],
});

const READS = [
  ["/incidents", 6],
  ["/incidents/INC-2024-0142", 6],
  ["/actions", 3],
  ["/postmortems", 1],
  ["/search?q=checkout", 1],
  ["/status", 6],
  ["/status/history", 1],
  ["/status/api/v2/summary.json", 2],
  ["/api/v1/incidents?limit=20", 3],
  ["/api/v1/incidents/INC-2024-0142", 3],
  ["/api/v1/search?q=checkout", 1],
] as const;

const KINDS = [
  ["read", 12],
  ["incidents", 1],
  ["events", 5],
  ["communications", 2],
  ["action_items", 2],
] as const;

/** One thing that people or programs do, by chance: mostly they read. It is noted how it was answered. */
export async function doSomething(portal: Portal, random: Random, log: Log): Promise<void> {
  const kind = random.weighted(KINDS);
  const key = random.pick(log.keys);
  const began = performance.now();
  if (kind === "read") await read(portal, random.weighted(READS), log);
  else await write(portal, { table: kind, key }, log);
  log.times.push(performance.now() - began);
}

async function read({ url, token, cookie }: Portal, path: string, log: Log): Promise<void> {
  const { status } = await ask(`${url}${path}`, {
    headers: path.startsWith("/api/v1") ? { Authorization: `Bearer ${token}` } : { Cookie: cookie },
  });
  if (status === 200) log.reads += 1;
  else count(log, status);
}

let written = 0;

type Wanted = { table: Table; key: string };

async function write({ url, token }: Portal, { table, key }: Wanted, log: Log): Promise<void> {
  const text = `Load ${process.pid} ${(written += 1)}`;
  const { path, body } = requestFor({ table, key }, text);
  const { status, said } = await ask(`${url}/api/v1${path}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (status !== 201) return count(log, status);
  log.written.push({ table, text });
  if (table === "incidents") {
    log.keys.push(JSON.parse(said).key);
    if (log.keys.length > MOST_KEYS) log.keys.shift();
  }
}

function requestFor({ table, key }: Wanted, text: string): { path: string; body: object } {
  const at = `/incidents/${key}`;
  switch (table) {
    case "incidents":
      return { path: "/incidents", body: { title: text, severity: "SEV3", isDrill: true } };
    case "events":
      return { path: `${at}/timeline`, body: { description: text } };
    case "communications":
      return { path: `${at}/updates`, body: { audience: "internal", message: text } };
    case "action_items":
      return { path: `${at}/actions`, body: { title: text } };
  }
}

/** The answer once all of it came; status 0 where it did not. */
async function ask(url: string, init: RequestInit): Promise<{ status: number; said: string }> {
  try {
    const answer = await fetch(url, { ...init, redirect: "manual" });
    return { status: answer.status, said: await answer.text() };
  } catch {
    return { status: 0, said: "" };
  }
}

const count = (log: Log, status: number) =>
  void log.others.set(status, (log.others.get(status) ?? 0) + 1);

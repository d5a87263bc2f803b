// Measures how soon a change is public, for a usual site and for a very large one, and prints a table.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseFile, db, replaceDatabase } from "@/db/client";
import { openDatabase } from "@/db/open";
import { publicUpdates } from "@/db/schema";
import { makePublicFiles } from "@/scripts/server/public-files.mjs";
import { startPublisher } from "@/scripts/server/publisher.mjs";
import type { Change } from "@/scripts/status/press";
import { referenceSite } from "@/tests/support/reference-site";
import { storeSite } from "./benchmark-status/store-site";
import { openPublicIncident } from "./measure/open-public-incident";

const SIZES = [
  { components: 20, active: 2, past: 30 },
  { components: 100, active: 5, past: 1000 },
  { components: 500, active: 5, past: 5000 },
];
const TIMES = 10;

async function main(): Promise<void> {
  const rows = [];
  for (const size of SIZES) rows.push(await measure(size));
  const names = Object.keys(rows[0] ?? {});
  const line = (cells: unknown[]) => `| ${cells.join(" | ")} |\n`;
  process.stdout.write(line(names) + line(names.map(() => "---")));
  for (const row of rows) process.stdout.write(line(Object.values(row)));
}

async function measure(size: (typeof SIZES)[number]) {
  const dataDir = mkdtempSync(join(tmpdir(), "muster-measure-"));
  replaceDatabase(openDatabase(databaseFile(dataDir)));
  storeSite(referenceSite(Date.now(), size));
  const site = await serve(dataDir);
  await until(site.isWhole);
  const whole = site.sinceStart();
  const files = site.count();
  const delays = [];
  const spent = [];
  for (let i = 0; i < TIMES; i += 1) {
    const before = process.cpuUsage();
    delays.push(await publish(site, i));
    spent.push(process.cpuUsage(before).user / 1000);
    await new Promise((resolve) => setTimeout(resolve, 1000 + 37 * i)); // at no fixed place in the rounds
  }
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  await site.end();
  replaceDatabase(undefined);
  rmSync(dataDir, { recursive: true });
  const sorted = (numbers: number[]) => numbers.toSorted((a, b) => a - b).map(Math.round);
  return {
    "components × incidents": `${size.components} × ${size.past + size.active}`,
    files,
    "page after start, ms": site.firstPage(),
    "all files after start, s": Math.round(whole / 100) / 10,
    "a change is public, median ms": sorted(delays)[TIMES / 2],
    "the slowest of ten, ms": sorted(delays).at(-1),
    "processor, median ms": sorted(spent)[TIMES / 2],
    "process, MB": memory,
  };
}

type Served = Awaited<ReturnType<typeof serve>>;

async function serve(dataDir: string) {
  const began = Date.now();
  const files = makePublicFiles({});
  const paths = new Set<string>();
  let isWhole = false;
  let firstPage: number | undefined;
  let changes = 0;
  const onChange = (change: Change) => {
    files.replace(change);
    for (const path of change.removed) paths.delete(path);
    for (const { path } of change.changed) paths.add(path);
    isWhole = change.isWhole;
    changes += 1;
    if (paths.has("")) firstPage ??= Date.now() - began;
  };
  const given = { dataDir, url: "https://status.example.com" };
  const publisher = startPublisher(given, onChange, (error) => {
    throw error;
  });
  const server = createServer((request, response) =>
    files.answer(request, response, (request.url ?? "").slice(1), undefined),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    isWhole: () => isWhole,
    changes: () => changes,
    count: () => paths.size,
    firstPage: () => firstPage,
    sinceStart: () => Date.now() - began,
    async end() {
      await publisher.end();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Writes an update as the portal does, and gives the time until a reader sees it. */
async function publish({ url, changes }: Served, number: number): Promise<number> {
  const body = `Measured for the ${number + 1}. time, ${Date.now()}.`;
  const began = Date.now();
  db()
    .insert(publicUpdates)
    .values({
      publicIncidentId: openPublicIncident(),
      publicId: `measure${String(number).padStart(5, "0")}`,
      status: "identified",
      body,
      displayAt: began,
      publishedBy: "measure",
    })
    .run();
  let seen = changes();
  for (;;) {
    await until(() => changes() !== seen);
    seen = changes();
    if ((await (await fetch(url)).text()).includes(body)) return Date.now() - began;
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

await main();

// Measures a built portal with many incidents:
// npm run benchmark -- [--incidents 100000] [--events 1000000] [--requests 300] [--data FOLDER]
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { databaseFile, replaceDatabase } from "@/db/client";
import { measureStale } from "@/db/mutations/figures";
import { openDatabase } from "@/db/open";
import { startServer } from "@/tests/e2e/own-server";
import { CASES } from "./benchmark/cases";
import { fill } from "./benchmark/data";
import { statementsOf, timeRaw } from "./benchmark/raw";
import { timeServed, type Served } from "./benchmark/served";
import { HEAD, lineOf } from "./benchmark/table";
import { signIn } from "./measure/sign-in";

const { values } = parseArgs({
  options: {
    incidents: { type: "string", default: "100000" },
    events: { type: "string", default: "1000000" },
    requests: { type: "string", default: "300" },
    data: { type: "string" },
  },
});
const sizes = { incidents: Number(values.incidents), events: Number(values.events) };
const times = Number(values.requests);
const print = (line: string) => process.stdout.write(`${line}\n`);

const dataDir = values.data ?? mkdtempSync(join(tmpdir(), "muster-benchmark-"));
const file = databaseFile(dataDir);
if (!existsSync(file)) {
  mkdirSync(dataDir, { recursive: true });
  const began = performance.now();
  const made = openDatabase(file);
  fill(made, sizes);
  replaceDatabase(made);
  while (measureStale(500) > 0);
  replaceDatabase(undefined);
  const seconds = Math.round((performance.now() - began) / 1000);
  print(`${sizes.incidents} incidents and ${sizes.events} events were made in ${seconds} s.`);
}

const server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: "info" });
try {
  const cookie = await signIn(server, "responder");
  const viewer = {
    userId: 0,
    name: "Grace",
    email: "grace@example.com",
    role: "responder",
  } as const;
  print(
    `\n${cpus().length} cores, Node ${process.version}, ${times} requests each, milliseconds\n`,
  );
  print(HEAD);
  const served: Served[] = [];
  for (const { path } of CASES) served.push(await timeServed(server, { path, cookie, times }));
  const load = loadavg().map((n) => n.toFixed(1));
  for (const [index, { name, read }] of CASES.entries()) {
    const { clientTimes = [], serverTimes = [], bytes = 0 } = served[index] ?? {};
    const statements = statementsOf(file, () => read(viewer));
    const raw = timeRaw(file, statements, times);
    print(lineOf({ name, client: clientTimes, server: serverTimes, raw, kilobytes: bytes / 1024 }));
  }
  print(`\nLoad average over 1, 5 and 15 minutes: ${load.join(", ")}`);
} finally {
  await server.stop();
  if (!values.data) rmSync(dataDir, { recursive: true });
}

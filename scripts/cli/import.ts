import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { z } from "zod";
import type { IncidentRecord } from "@/lib/domain/record";
import { Refused, type Portal } from "./portal";
import { readRecord, reportProblems, type Io } from "./records";

const USAGE = "Usage: muster import FILE… [--replace] [--publish]";
const MANY_FILES = 5;

const imported = z.object({ key: z.string(), outcome: z.string(), published: z.int() });
const differences = z.array(z.string());

type ImportOptions = { replace?: boolean | undefined; publish?: boolean | undefined };

/** Imports records, each file whole or not at all, and gives 0 only when every file is in. */
export async function runImport(args: string[], io: Io, portal: Portal): Promise<number> {
  const options = { replace: { type: "boolean" }, publish: { type: "boolean" } } as const;
  const { values, positionals: files } = parseArgs({ args, options, allowPositionals: true });
  if (files.length === 0) {
    io.err(USAGE);
    return 2;
  }

  const bar =
    files.length >= MANY_FILES && process.stderr.isTTY ? makeBar(files.length) : undefined;
  const lines: (() => void)[] = [];
  const later: Io = {
    ...io,
    out: (line) => lines.push(() => io.out(line)),
    err: (line) => lines.push(() => io.err(line)),
  };
  let allIn = true;
  for (const file of files) {
    if (!(await importFile(file, values, bar ? later : io, portal))) allIn = false;
    bar?.increment();
  }
  bar?.stop();
  for (const print of lines) print();
  return allIn ? 0 : 1;
}

function makeBar(total: number): SingleBar {
  const bar = new SingleBar({
    format: "Importing {bar} {value} of {total}",
    stream: process.stderr,
  });
  bar.start(total, 0);
  return bar;
}

async function importFile(
  file: string,
  options: ImportOptions,
  io: Io,
  portal: Portal,
): Promise<boolean> {
  const parsed = readRecord(file, io.cwd);
  if (!parsed.ok) {
    reportProblems(file, parsed.problems, io);
    return false;
  }
  const { record } = parsed;
  try {
    const asked = { method: "POST", path: "/records", body: { record, ...options } } as const;
    const { key, outcome, published } = imported.parse((await portal(asked)).body);
    const announced = published > 0 ? `, published ${counted(published, "message")}` : "";
    io.out(`${key} ${outcome}: ${contents(record)}${announced}`);
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    io.err(`${file}: ${error.message}`);
    const differing = differences.safeParse(error.problem.current);
    if (differing.success) {
      for (const difference of differing.data) io.err(`  ${difference}`);
      io.err("  Take it over with --replace; what people wrote in the portal stays.");
    }
    return false;
  }
}

function contents({ events, communications, action_items: items }: IncidentRecord): string {
  return [
    counted(events?.length ?? 0, "event"),
    counted(communications?.length ?? 0, "communication"),
    counted(items?.length ?? 0, "action item"),
  ].join(", ");
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

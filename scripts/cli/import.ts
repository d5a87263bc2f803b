import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { importRecord, type ImportOptions } from "@/db/mutations/import";
import { ConflictError, DomainError } from "@/lib/domain/error";
import type { IncidentRecord } from "@/lib/domain/record";
import { operator } from "@/lib/domain/viewer";
import { readRecord, reportProblems, type Io } from "./records";

const USAGE = "Usage: muster import FILE… [--replace] [--publish]";
const MANY_FILES = 5;
const ACTOR = operator("command line");

/** Imports records, each file whole or not at all, and gives 0 only when every file is in. */
export async function runImport(args: string[], io: Io): Promise<number> {
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
    if (!importFile(file, values, bar ? later : io)) allIn = false;
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

function importFile(file: string, options: ImportOptions, io: Io): boolean {
  const parsed = readRecord(file, io.cwd);
  if (!parsed.ok) {
    reportProblems(file, parsed.problems, io);
    return false;
  }
  try {
    const { key, outcome, published } = importRecord(ACTOR, parsed.record, options);
    const announced = published > 0 ? `, published ${counted(published, "message")}` : "";
    io.out(`${key} ${outcome}: ${contents(parsed.record)}${announced}`);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    io.err(`${file}: ${error.message}`);
    if (error instanceof ConflictError && Array.isArray(error.current)) {
      for (const difference of error.current) io.err(`  ${difference}`);
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

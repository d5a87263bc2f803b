import { parseArgs } from "node:util";
import { analyze } from "@/lib/domain/analysis";
import { readRecord, reportProblems, type Io } from "./records";

/** Prints what is derived from records: one file as indented JSON, several as a document per line. */
export async function runAnalyze(args: string[], io: Io): Promise<number> {
  const { positionals: files } = parseArgs({ args, options: {}, allowPositionals: true });
  if (files.length === 0) {
    io.err("Usage: muster analyze FILE…");
    return 2;
  }

  const indent = files.length === 1 ? 2 : undefined;
  let exitCode = 0;
  for (const file of files) {
    const parsed = readRecord(file, io.cwd);
    if (parsed.ok) io.out(JSON.stringify(analyze(parsed.record), null, indent));
    else {
      reportProblems(file, parsed.problems, io);
      exitCode = 1;
    }
  }
  return exitCode;
}

import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { sizeProblem } from "@/lib/domain/record-size";
import { parseRecord, type ParsedRecord } from "@/lib/record/parse";

/** Where the command line writes, and the folder in which it was called. */
export type Io = { out: (line: string) => void; err: (line: string) => void; cwd: string };

/** Reads a record from a file; a file that cannot be read is a record with one problem. */
export function readRecord(file: string, cwd: string): ParsedRecord {
  const path = resolve(cwd, file);
  try {
    const tooLarge = sizeProblem(statSync(path).size);
    return tooLarge ? { ok: false, problems: [tooLarge] } : parseRecord(readFileSync(path));
  } catch (error) {
    const reason = whyUnreadable(error);
    if (reason === undefined) throw error;
    return { ok: false, problems: [reason] };
  }
}

const REASONS: Record<string, string> = {
  ENOENT: "There is no such file.",
  EISDIR: "This is a folder, not a file.",
  EACCES: "This file may not be read.",
};

/** What is to be said of a file that cannot be read; `undefined` for any other error. */
export function whyUnreadable(error: unknown): string | undefined {
  return REASONS[error instanceof Error && "code" in error ? String(error.code) : ""];
}

/** A refused file's problems, a line each, after the file's name. */
export function reportProblems(file: string, problems: string[], { err }: Io): void {
  for (const problem of problems) err(`${file}: ${problem}`);
}

import { closeSync, openSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { recordReading } from "@/db/mutations/audit";
import { storedRows } from "@/db/queries/audit-rows";
import { auditSpan } from "@/db/queries/audit-span";
import { verifyLines, writeLines } from "@/lib/audit/file";
import { headsFile, readHeads } from "@/lib/audit/heads";
import { linesOf } from "@/lib/audit/lines";
import { verifyChain, type Verdict } from "@/lib/audit/verify";
import { auditKeys, signingKey } from "@/lib/auth/audit-keys";
import { parseTime } from "@/lib/domain/time";
import { env } from "@/lib/env";
import { whyUnreadable, type Io } from "./records";

const USAGE = `Usage: muster audit verify [FILE]
       muster audit export [--since TIME] [--until TIME] [--out FILE]`;

/** Checks the audit record or an export of it, or prints it as JSON lines. */
export async function runAudit([what, ...args]: string[], io: Io): Promise<number> {
  if (what === "verify" && args.length <= 1) return verify(args[0], io);
  if (what === "export") return exportEntries(args, io);
  io.err(USAGE);
  return 2;
}

function verify(file: string | undefined, { out, err, cwd }: Io): number {
  const { entries, head, fault } = file === undefined ? verifyHere(err) : verifyFile(file, cwd);
  if (fault) {
    err(fault.says);
    if (fault.is !== "cut") err(`The ${entries} entries before it are as they were written.`);
    return 1;
  }
  const held = entries === 1 ? "1 entry is" : `${entries} entries are`;
  out(`${held} as written. The newest is ${head.id}, its hash ${head.hash || "none"}.`);
  return 0;
}

function verifyHere(err: Io["err"]): Verdict {
  const keys = auditKeys();
  const { heads, unusable } = readHeads(headsFile(env().dataDir), keys);
  if (unusable > 0) err(`audit-heads.log has lines that Muster did not write so: ${unusable}.`);
  return verifyChain(storedRows(), { keys, heads });
}

function verifyFile(file: string, cwd: string): Verdict {
  try {
    return verifyLines(linesOf(resolve(cwd, file)), auditKeys());
  } catch (error) {
    const reason = whyUnreadable(error);
    throw reason === undefined ? error : new Error(`${file}: ${reason}`, { cause: error });
  }
}

function exportEntries(args: string[], io: Io): number {
  const text = { type: "string" } as const;
  const options = { since: text, until: text, out: { ...text, short: "o" } } as const;
  const { values } = parseArgs({ args, options });
  const span = { since: moment(values.since), until: moment(values.until) };
  recordReading("command line", "audit:export", "audit record", given(values));
  const { after, rows } = auditSpan(span);
  const lines = writeLines(rows, { after, key: signingKey(), now: Date.now() });
  if (values.out === undefined) for (const line of lines) io.out(line);
  else writeAll(resolve(io.cwd, values.out), lines);
  return 0;
}

const given = ({ since, until }: { since?: string; until?: string }) => ({
  since: since ?? null,
  until: until ?? null,
});

function moment(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = parseTime(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
  if (at === undefined) throw new Error(`“${text}” is not a day or an ISO 8601 time.`);
  return at;
}

function writeAll(path: string, lines: Iterable<string>): void {
  const file = openSync(path, "w", 0o600);
  try {
    for (const line of lines) writeSync(file, `${line}\n`);
  } finally {
    closeSync(file);
  }
}

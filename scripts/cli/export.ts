import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { recordReading } from "@/db/mutations/audit";
import { exportRecord, findIncidentByKey } from "@/db/queries/record";
import { operator } from "@/lib/domain/viewer";
import type { Io } from "./records";

/** Prints an incident's record, or writes it to a file that only its owner can read. */
export async function runExport(args: string[], io: Io): Promise<number> {
  const options = { out: { type: "string", short: "o" } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [key, ...more] = positionals;
  if (key === undefined || more.length > 0) {
    io.err("Usage: muster export KEY [--out FILE]");
    return 2;
  }

  const viewer = operator("command line");
  const text = exportRecord(viewer, key);
  if (text === undefined) {
    io.err(`There is no incident ${key}.`);
    return 1;
  }
  const { id } = findIncidentByKey(viewer, key) ?? {};
  recordReading(viewer.name, "incident:export", `incident ${key}`, { as: "json" }, id);
  if (values.out === undefined) io.out(text.trimEnd());
  else writeFileSync(resolve(io.cwd, values.out), text, { mode: 0o600 });
  return 0;
}

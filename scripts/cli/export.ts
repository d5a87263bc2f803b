import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathOf, type Portal } from "./portal";
import type { Io } from "./records";
import { runVerb, WORD, type Verb } from "./verbs";

const exportOne: Verb = {
  usage: "export KEY [--out FILE]",
  options: { out: { ...WORD, short: "o" } },
  async run([key, ...more], { out }, { io, portal }) {
    if (key === undefined || more.length > 0) return false;
    const answer = await portal({ method: "GET", path: pathOf`/incidents/${key}/record` });
    const text = JSON.stringify(answer.body, null, 2);
    if (typeof out !== "string") io.out(text);
    else writeFileSync(resolve(io.cwd, out), `${text}\n`, { mode: 0o600 });
  },
};

/** Prints an incident's record, or writes it to a file that only its owner can read. */
export const runExport = (args: string[], io: Io, portal: Portal): Promise<number> =>
  runVerb(exportOne, args, { io, portal });

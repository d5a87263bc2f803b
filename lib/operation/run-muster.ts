import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import { join } from "node:path";

export type Ran = { code: number; out: string[]; err: string[] };

/** Behind whoever is answered. */
const LATER = 10;

/**
 * Starts a verb of the command line on this portal's own data, in a process of its own that lets requests go first.
 * `ran` settles with its exit code and with what it printed.
 */
export function runMuster(args: string[]): { child: ChildProcess; ran: Promise<Ran> } {
  const { MUSTER_URL: _, MUSTER_TOKEN: __, ...env } = process.env;
  const script = join(/* turbopackIgnore: true */ process.cwd(), "scripts", "muster.mjs");
  const child = spawn(process.execPath, [script, ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.pid !== undefined) setPriority(child.pid, LATER);
  return { child, ran: resultOf(child) };
}

async function resultOf(child: ChildProcess): Promise<Ran> {
  const printed = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (printed.out += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (printed.err += text));
  await once(child, "close");
  return { code: child.exitCode ?? 1, out: linesOf(printed.out), err: linesOf(printed.err) };
}

const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");

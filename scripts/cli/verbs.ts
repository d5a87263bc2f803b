import { parseArgs, type ParseArgsConfig } from "node:util";
import type { Portal } from "./portal";
import type { Io } from "./records";

/** A verb of a noun, such as `incident show`. */
export type Verb = {
  /** What follows `muster`: `incident show KEY [--json]`. */
  usage: string;
  options: ParseArgsConfig["options"];
  /** Does it; or gives `false` where the words do not fit the usage. */
  run: (words: string[], given: Given, to: To) => Promise<false | void>;
};

/** What the options say. */
export type Given = Record<string, string | boolean | undefined>;

export type To = { io: Io; portal: Portal };

/** An option that takes a word, and one that takes none. */
export const WORD = { type: "string" } as const;
export const FLAG = { type: "boolean" } as const;

/** The command of a noun: finds the verb, reads its options, and says how it is used where that fails. */
export function nounCommand(verbs: Record<string, Verb>) {
  return async ([name = "", ...args]: string[], io: Io, portal: Portal): Promise<number> => {
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    return verb ? runVerb(verb, args, { io, portal }) : misunderstood(Object.values(verbs), io);
  };
}

/** Runs one verb: 0 where it was done, 2 where it was not understood; a refusal is thrown. */
export async function runVerb(verb: Verb, args: string[], to: To): Promise<number> {
  const read = understood(verb, args);
  if (typeof read === "string") {
    to.io.err(read);
    return misunderstood([verb], to.io);
  }
  const isDone = await verb.run(read.positionals, read.values, to);
  return isDone === false ? misunderstood([verb], to.io) : 0;
}

function understood({ options }: Verb, args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const single = Object.entries(values).map(([name, value]) => [name, oneOf(value)] as const);
    return { values: Object.fromEntries(single), positionals };
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

const oneOf = (value: unknown) =>
  typeof value === "string" || typeof value === "boolean" ? value : undefined;

function misunderstood(verbs: Verb[], { err }: Io): number {
  const [first = "", ...others] = verbs.map(({ usage }) => `muster ${usage}`);
  err([`Usage: ${first}`, ...others.map((line) => `       ${line}`)].join("\n"));
  return 2;
}

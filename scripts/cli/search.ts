import { z } from "zod";
import { queryOf, read, type Portal } from "./portal";
import type { Io } from "./records";
import { FLAG, runVerb, WORD, type Verb } from "./verbs";

const found = z.object({
  items: z.array(
    z.looseObject({
      kind: z.string(),
      key: z.string(),
      at: z.string(),
      title: z.string(),
      excerpt: z.array(z.object({ text: z.string(), isMatch: z.boolean() })),
    }),
  ),
});

const search: Verb = {
  usage:
    "search WORDS… [--kind incident|event|communication|postmortem|action] [--limit N] [--json]",
  options: { kind: WORD, limit: WORD, json: FLAG },
  async run(words, { json, ...given }, { io, portal }) {
    if (words.length === 0) return false;
    const path = `/search${queryOf({ q: words.join(" "), ...given })}`;
    const { items } = await read(portal, path, found);
    if (json) return io.out(JSON.stringify(items, null, 2));
    for (const { kind, key, at, title, excerpt } of items) {
      const text = excerpt.map((piece) => piece.text).join("");
      io.out([kind, key, at, title, text.replace(/\s+/g, " ").trim()].join("\t"));
    }
  },
};

/** Finds incidents and what belongs to them by words. */
export const runSearch = (args: string[], io: Io, portal: Portal): Promise<number> =>
  runVerb(search, args, { io, portal });

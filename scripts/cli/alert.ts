import { z } from "zod";
import { queryOf, read } from "./portal";
import { nounCommand, FLAG, WORD, type Verb } from "./verbs";

const listed = z.object({
  items: z.array(
    z.looseObject({
      id: z.int(),
      title: z.string(),
      status: z.string(),
      severity: z.string().nullable(),
      service: z.string().nullable(),
      disposition: z.string(),
      incident: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

const list: Verb = {
  usage:
    "alert list [--tab waiting|firing|attached|dropped|all] [--severity SEV] [--service NAME] [--source KIND] [--text TEXT] [--limit N] [--json]",
  options: {
    tab: WORD,
    severity: WORD,
    service: WORD,
    source: WORD,
    text: WORD,
    limit: WORD,
    json: FLAG,
  },
  async run(words, { json, ...filters }, { io, portal }) {
    if (words.length > 0) return false;
    const { items, nextCursor } = await read(portal, `/alerts${queryOf(filters)}`, listed);
    if (json) return io.out(JSON.stringify(items, null, 2));
    for (const { id, status, severity, service, disposition, incident, title } of items) {
      const place = incident ?? disposition;
      io.out([String(id), status, severity ?? "", service ?? "", place, title].join("\t"));
    }
    if (nextCursor !== null)
      io.err("There are more: --limit 200 shows as many as can be asked at once.");
  },
};

/** Lists alerts. */
export const runAlert = nounCommand({ list });

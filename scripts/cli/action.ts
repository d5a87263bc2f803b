import { z } from "zod";
import { change, pathOf, queryOf, read } from "./portal";
import { FLAG, nounCommand, WORD, type Verb } from "./verbs";

const item = z.looseObject({
  id: z.int(),
  incident: z.string(),
  title: z.string(),
  status: z.string(),
  owner: z.string().nullable(),
  deadline: z.string().nullable(),
});

const listed = z.object({
  items: z.array(item.extend({ isOverdue: z.boolean() })),
  nextCursor: z.string().nullable(),
});

const list: Verb = {
  usage:
    "action list [--status STATUS] [--owner PERSON] [--incident KEY] [--board TEAM] [--overdue] [--limit N] [--json]",
  options: {
    status: WORD,
    owner: WORD,
    incident: WORD,
    board: WORD,
    overdue: FLAG,
    limit: WORD,
    json: FLAG,
  },
  async run(words, { json, ...filters }, { io, portal }) {
    if (words.length > 0) return false;
    const { items, nextCursor } = await read(portal, `/actions${queryOf(filters)}`, listed);
    if (json) return io.out(JSON.stringify(items, null, 2));
    for (const { id, incident, status, owner, deadline, isOverdue, title } of items) {
      const due = isOverdue ? `${deadline} overdue` : (deadline ?? "");
      io.out([`AI-${id}`, incident, status, owner ?? "", due, title].join("\t"));
    }
    if (nextCursor !== null)
      io.err("There are more: --limit 200 shows as many as can be asked at once.");
  },
};

const move: Verb = {
  usage:
    "action move AI-NUMBER STATUS [--evidence TEXT --evidence-kind link|test|figure] [--reason TEXT]",
  options: { evidence: WORD, "evidence-kind": WORD, reason: WORD },
  async run([name = "", status, ...more], given, { io, portal }) {
    const id = /^(?:AI-)?(\d{1,9})$/i.exec(name)?.[1];
    if (id === undefined || status === undefined || more.length > 0) return false;
    const { evidence, "evidence-kind": evidenceKind, reason } = given;
    const body = { status, evidence, evidenceKind, reason };
    const at = pathOf`/actions/${id}`;
    const moved = await change(portal, { method: "PUT", path: `${at}/place`, body }, at);
    const { status: now } = item.parse(moved);
    io.out(`AI-${id} is ${now}`);
  },
};

/** Lists action items, and moves one on the board. */
export const runAction = nounCommand({ list, move });

import { z } from "zod";
import { change, pathOf, queryOf, read } from "./portal";
import { FLAG, nounCommand, WORD, type To, type Verb } from "./verbs";

const brief = z.looseObject({
  key: z.string(),
  title: z.string(),
  severity: z.string(),
  status: z.string(),
  declaredAt: z.string(),
});

const whole = brief.extend({
  resolvedAt: z.string().nullable(),
  service: z.string().nullable(),
  affectedServices: z.array(z.string()),
  isDrill: z.boolean(),
  isPrivate: z.boolean(),
  mergedInto: z.string().nullable(),
  facts: z.record(z.string(), z.string()),
  roles: z.array(
    z.object({ role: z.string(), holders: z.array(z.looseObject({ person: z.string() })) }),
  ),
});

const listed = z.object({ items: z.array(brief), nextCursor: z.string().nullable() });

const list: Verb = {
  usage:
    "incident list [--view open|resolved|all] [--severity SEV] [--status STATUS] [--service NAME] [--text WORDS] [--limit N] [--json]",
  options: {
    view: WORD,
    severity: WORD,
    status: WORD,
    service: WORD,
    text: WORD,
    limit: WORD,
    json: FLAG,
  },
  async run(words, { json, view = "open", ...filters }, { io, portal }) {
    if (words.length > 0) return false;
    const path = `/incidents${queryOf({ view, ...filters })}`;
    const { items, nextCursor } = await read(portal, path, listed);
    if (json) return io.out(JSON.stringify(items, null, 2));
    for (const { key, severity, status, declaredAt, title } of items) {
      io.out([key, severity, status, declaredAt, title].join("\t"));
    }
    if (nextCursor !== null)
      io.err("There are more: --limit 200 shows as many as can be asked at once.");
  },
};

const show: Verb = {
  usage: "incident show KEY [--json]",
  options: { json: FLAG },
  async run([key, ...more], { json }, { io, portal }) {
    if (key === undefined || more.length > 0) return false;
    const found = await read(portal, pathOf`/incidents/${key}`, whole);
    if (json) return io.out(JSON.stringify(found, null, 2));
    for (const line of linesOf(found)) io.out(line);
  },
};

function linesOf(found: z.output<typeof whole>): string[] {
  const { key, title, severity, status, declaredAt, resolvedAt, mergedInto } = found;
  const marks = [found.isDrill && "drill", found.isPrivate && "private"].filter(Boolean);
  const lines = {
    severity,
    status: [status, ...marks].join(", "),
    declared: declaredAt,
    resolved: resolvedAt,
    "merged into": mergedInto,
    service: found.service,
    affected: found.affectedServices.join(", "),
    ...Object.fromEntries(
      found.roles.map(({ role, holders }) => [
        role,
        holders.map(({ person }) => person).join(", "),
      ]),
    ),
    ...found.facts,
  };
  return [
    `${key}  ${title}`,
    ...Object.entries(lines)
      .filter(([, value]) => Boolean(value))
      .map(([name, value]) => `${name}: ${String(value).replaceAll("\n", "\n  ")}`),
  ];
}

const declare: Verb = {
  usage:
    "incident declare TITLE --severity SEV [--service NAME] [--summary TEXT] [--commander PERSON] [--drill] [--private]",
  options: {
    severity: WORD,
    service: WORD,
    summary: WORD,
    commander: WORD,
    drill: FLAG,
    private: FLAG,
  },
  async run([title, ...more], { drill, private: isPrivate, ...given }, { io, portal }) {
    if (title === undefined || more.length > 0 || given.severity === undefined) return false;
    const body = { title, isDrill: drill, isPrivate, ...given };
    const answer = await portal({ method: "POST", path: "/incidents", body });
    const { key, severity } = brief.parse(answer.body);
    io.out(`${key} declared as ${severity}: ${title}`);
  },
};

const note: Verb = {
  usage: "incident note KEY TEXT [--type TYPE] [--at TIME]",
  options: { type: WORD, at: WORD },
  async run([key, description, ...more], given, { io, portal }) {
    if (key === undefined || description === undefined || more.length > 0) return false;
    const path = pathOf`/incidents/${key}/timeline`;
    const answer = await portal({ method: "POST", path, body: { description, ...given } });
    const { seq } = z.object({ seq: z.int() }).parse(answer.body);
    io.out(`${key} noted as row ${seq} of its timeline`);
  },
};

const status: Verb = {
  usage: "incident status KEY STATUS [--note TEXT]",
  options: { note: WORD },
  async run([key, wanted, ...more], { note: said }, to) {
    if (key === undefined || wanted === undefined || more.length > 0) return false;
    await changeStatus(key, { status: wanted, note: said }, to);
  },
};

const resolve: Verb = {
  usage: "incident resolve KEY [NOTE]",
  options: {},
  async run([key, said, ...more], _, to) {
    if (key === undefined || more.length > 0) return false;
    await changeStatus(key, { status: "resolved", note: said }, to);
  },
};

async function changeStatus(key: string, body: object, { io, portal }: To): Promise<void> {
  const path = pathOf`/incidents/${key}`;
  const { status: now } = brief.parse(await change(portal, { method: "PATCH", path, body }));
  io.out(`${key} is ${now}`);
}

/** Lists incidents, shows one, declares one, notes in its timeline and steps it on. */
export const runIncident = nounCommand({ list, show, declare, note, status, resolve });

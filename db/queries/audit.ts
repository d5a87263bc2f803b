import { and, desc, eq, gte, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, incidents, users } from "@/db/schema";
import type { AuditFilters } from "@/lib/domain/audit-filters";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

const DAY = 86_400_000;

export type ListedEntry = ReturnType<typeof listAuditEntries>[number];

/** Entries of the audit record, newest first; those of a private incident are there for who may know of it. */
export function listAuditEntries(viewer: Viewer, filters: AuditFilters, limit: number) {
  return db()
    .select(SHOWN)
    .from(auditLog)
    .leftJoin(incidents, eq(incidents.id, auditLog.incidentId))
    .where(and(forEyesOf(viewer), ...conditionsOf(filters)))
    .orderBy(desc(auditLog.id))
    .limit(limit)
    .all();
}

/** One entry, with all that it tells. */
export function findAuditEntry(viewer: Viewer, id: number) {
  return db()
    .select(SHOWN)
    .from(auditLog)
    .leftJoin(incidents, eq(incidents.id, auditLog.incidentId))
    .where(and(eq(auditLog.id, id), forEyesOf(viewer)))
    .get();
}

const { id, at, kind, actor, action, object, detail, incidentId } = auditLog;
const { via, address, requestId, keyId, hash } = auditLog;
const SHOWN = {
  ...{ id, at, kind, actor, action, object, detail, incidentId },
  ...{ via, address, requestId, keyId, hash },
  incidentKey: incidents.key,
};

function forEyesOf(viewer: Viewer): SQL | undefined {
  const visible = visibleTo(viewer);
  return visible && or(isNull(incidents.id), visible);
}

function conditionsOf({ who, verb, from, since, until, kind: only, ...rest }: AuditFilters) {
  return [
    who === "" ? undefined : eq(actor, who),
    verb === "" ? undefined : verb.includes(":") ? eq(action, verb) : isOf(verb),
    rest.object === "" ? undefined : namesObject(rest.object),
    from === "" ? undefined : or(eq(via, from), begins(via, `${from} `), eq(address, from)),
    only === undefined ? undefined : eq(kind, only),
    since === "" ? undefined : gte(at, Date.parse(since)),
    until === "" ? undefined : lt(at, Date.parse(until) + DAY),
    rest.before === undefined ? undefined : lt(id, rest.before),
  ];
}

/** A verb of this noun: by reading on from the newest, as there may be too many of them to be put in order. */
const isOf = (noun: string): SQL => sql`substr(${action}, 1, ${noun.length + 1}) = ${`${noun}:`}`;

/** An object by its whole name, by what it begins with, or an incident by its key. */
const namesObject = (name: string): SQL | undefined =>
  or(begins(object, name), begins(object, `incident ${name}`));

type Column = typeof object | typeof via;

/** True for texts that begin so: a span of an index, which LIKE would not be. */
const begins = (column: Column, text: string): SQL | undefined =>
  and(gte(column, text), lt(column, `${text}\u{10ffff}`));

/** Names that the filter proposes: of the accounts, and of what writes by itself. */
export const listActors = (): string[] => [
  ...db()
    .select({ name: users.name })
    .from(users)
    .orderBy(users.name)
    .limit(500)
    .all()
    .map(({ name }) => name),
  "a stranger",
  "command line",
  "system",
];

import { and, desc, eq, gte, lt, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, incidents, users } from "@/db/schema";
import type { AuditFilters } from "@/lib/domain/audit-filters";
import type { Viewer } from "@/lib/domain/viewer";
import { isVisible } from "./visibility";

const DAY = 86_400_000;

export type ListedEntry = ReturnType<typeof listAuditEntries>[number];

/** Entries of the audit record, newest first. Those of a private incident tell others only that there is one. */
export function listAuditEntries(viewer: Viewer, filters: AuditFilters, limit: number) {
  return db()
    .select(SHOWN)
    .from(auditLog)
    .leftJoin(incidents, eq(incidents.id, auditLog.incidentId))
    .where(and(...conditionsOf(filters)))
    .orderBy(desc(auditLog.id))
    .limit(limit)
    .all()
    .map((entry) => maskedFor(viewer, entry));
}

/** One entry, with all that it tells. */
export function findAuditEntry(viewer: Viewer, id: number) {
  const entry = db()
    .select(SHOWN)
    .from(auditLog)
    .leftJoin(incidents, eq(incidents.id, auditLog.incidentId))
    .where(eq(auditLog.id, id))
    .get();
  return entry && maskedFor(viewer, entry);
}

const { id, at, kind, actor, action, object, detail, incidentId } = auditLog;
const { via, address, requestId, keyId, hash } = auditLog;
const SHOWN = {
  ...{ id, at, kind, actor, action, object, detail, incidentId },
  ...{ via, address, requestId, keyId, hash },
  incidentKey: incidents.key,
  isPrivate: incidents.isPrivate,
};

type Entry = Pick<typeof auditLog.$inferSelect, "object" | "detail" | "incidentId"> & {
  incidentKey: string | null;
  isPrivate: boolean | null;
};

function maskedFor<E extends Entry>(viewer: Viewer, entry: E): E {
  if (!entry.isPrivate || entry.incidentId === null || isVisible(viewer, entry.incidentId)) {
    return entry;
  }
  return { ...entry, object: "a private incident", detail: null, incidentKey: null };
}

function conditionsOf({ who, verb, from, since, until, kind: only, ...rest }: AuditFilters) {
  return [
    who === "" ? undefined : eq(actor, who),
    verb === "" ? undefined : verb.includes(":") ? eq(action, verb) : begins(action, `${verb}:`),
    rest.object === "" ? undefined : namesObject(rest.object),
    from === "" ? undefined : or(eq(via, from), begins(via, `${from} `), eq(address, from)),
    only === undefined ? undefined : eq(kind, only),
    since === "" ? undefined : gte(at, Date.parse(since)),
    until === "" ? undefined : lt(at, Date.parse(until) + DAY),
    rest.before === undefined ? undefined : lt(id, rest.before),
  ];
}

/** An object by its whole name, by what it begins with, or an incident by its key. */
const namesObject = (name: string): SQL | undefined =>
  or(begins(object, name), begins(object, `incident ${name}`));

type Column = typeof action | typeof object | typeof via;

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

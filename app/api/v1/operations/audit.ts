import { z } from "zod";
import { findAuditEntry, listAuditEntries } from "@/db/queries/audit";
import { givenDay, numberInPath, shownTime } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageOf, pageQuery, placeOf } from "@/lib/api/page";
import { AUDIT_KINDS } from "@/lib/domain/audit";
import { NotFoundError } from "@/lib/domain/error";

const about = { tags: ["Audit record"], needs: "audit:read", scope: "audit:read" } as const;
const word = z.string().max(200).default("");

const entry = z
  .object({
    id: z.int(),
    at: shownTime,
    kind: z.enum(AUDIT_KINDS),
    actor: z.string(),
    action: z.string().meta({ example: "incident:declare" }),
    object: z.string(),
    detail: z.record(z.string(), z.unknown()).nullable(),
    incidentKey: z.string().nullable(),
    via: z.string().nullable().meta({ description: "By which way: session, token 7, cli, …" }),
    address: z.string().nullable(),
    requestId: z.string().nullable(),
    hash: z.string().nullable(),
  })
  .meta({ id: "AuditEntry" });

const list = defineOperation({
  ...about,
  id: "listAuditEntries",
  method: "GET",
  path: "/audit",
  summary: "List entries of the audit record",
  description: "The newest first. Private incidents’ are there for those who may see these.",
  query: z.strictObject({
    who: word,
    verb: word.meta({ description: "`incident:declare`, or `incident` for all of that noun." }),
    object: word.meta({ description: "What it begins with, or an incident’s key." }),
    from: word.meta({ description: "A way or an address." }),
    kind: z.enum(AUDIT_KINDS).optional(),
    since: givenDay.optional(),
    until: givenDay.optional(),
    ...pageQuery,
  }),
  answer: listOf(entry),
  run(viewer, { query: { cursor, limit, since = "", until = "", kind, ...texts } }) {
    const before = placeOf(cursor, z.tuple([z.int()]))?.[0];
    const filters = { ...texts, kind, since, until, before };
    return pageOf(listAuditEntries(viewer, filters, limit + 1), limit, ({ id }) => [id]);
  },
});

const get = defineOperation({
  ...about,
  id: "getAuditEntry",
  method: "GET",
  path: "/audit/{id}",
  summary: "Get an entry of the audit record",
  params: z.strictObject({ id: numberInPath("The entry’s number.") }),
  answer: entry,
  run(viewer, { params: { id } }) {
    const found = findAuditEntry(viewer, id);
    if (!found) throw new NotFoundError("This entry is not there.");
    return found;
  },
});

export const AUDIT_OPERATIONS = [list, get];

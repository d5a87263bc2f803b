import { and, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { postmortemEditions, postmortems } from "@/db/schema";

export type EditionRow = ReturnType<typeof listEditions>[number];

/** What was published of an incident's postmortem, the newest first, without the texts. */
export function listEditions(incidentId: number) {
  const { number, version, note, showsRoles, publishedBy, publishedAt } = postmortemEditions;
  return db()
    .select({ number, version, note, showsRoles, publishedBy, publishedAt })
    .from(postmortemEditions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemEditions.postmortemId))
    .where(eq(postmortems.incidentId, incidentId))
    .orderBy(desc(number))
    .all();
}

/** One edition with its text; the newest where no number is asked for. */
export function getEdition(incidentId: number, asked?: number) {
  const { id, number, version, body, sharedBody, note, showsRoles } = postmortemEditions;
  const { publishedBy, publishedAt } = postmortemEditions;
  return db()
    .select({
      id,
      number,
      version,
      body,
      sharedBody,
      note,
      showsRoles,
      publishedBy,
      publishedAt,
    })
    .from(postmortemEditions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemEditions.postmortemId))
    .where(
      and(
        eq(postmortems.incidentId, incidentId),
        asked === undefined ? undefined : eq(number, asked),
      ),
    )
    .orderBy(desc(number))
    .limit(1)
    .get();
}

/** The newest edition of which something was made for share links. */
export function findSharedEdition(incidentId: number) {
  const { number, sharedBody, publishedAt } = postmortemEditions;
  return db()
    .select({ number, sharedBody, publishedAt })
    .from(postmortemEditions)
    .innerJoin(postmortems, eq(postmortems.id, postmortemEditions.postmortemId))
    .where(and(eq(postmortems.incidentId, incidentId), isNotNull(sharedBody)))
    .orderBy(desc(number))
    .limit(1)
    .get();
}

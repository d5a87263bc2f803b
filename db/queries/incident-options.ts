import { and, eq, exists, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { incidents, incidentServices, services } from "@/db/schema";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

const MOST_OPTIONS = 200;

/** What there is to choose from in the list's filters, each word once and in order. */
export function listFilterOptions(viewer: Viewer) {
  return {
    statuses: listWords(viewer, "status"),
    commanders: listWords(viewer, "commander"),
    services: listServices(viewer),
  };
}

/** Leaps from word to word along the column's index: as many steps as words, not as incidents. */
function listWords(viewer: Viewer, name: "status" | "commander"): string[] {
  const column = incidents[name];
  const next = (after: string) =>
    sql`(select ${column} from ${incidents}
         where ${and(sql`${column} > ${sql.raw(after)}`, visibleTo(viewer))}
         order by ${column} limit 1)`;
  return db()
    .all<{ word: string }>(
      sql`with recursive words (word) as (
            select ${next("''")} union all select ${next("words.word")} from words where word is not null
          )
          select word from words where word is not null limit ${MOST_OPTIONS}`,
    )
    .map(({ word }) => word);
}

function listServices(viewer: Viewer): string[] {
  const naming = db()
    .select({ id: incidents.id })
    .from(incidentServices)
    .innerJoin(incidents, eq(incidents.id, incidentServices.incidentId))
    .where(and(eq(incidentServices.serviceId, services.id), visibleTo(viewer)));
  return db()
    .select({ name: services.name })
    .from(services)
    .where(exists(naming))
    .orderBy(services.name)
    .limit(MOST_OPTIONS)
    .all()
    .map(({ name }) => name);
}

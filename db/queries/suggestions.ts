import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { db } from "@/db/client";
import { actionItems, incidents, people } from "@/db/schema";
import type { Viewer } from "@/lib/domain/viewer";
import { visibleTo } from "./visibility";

const FEW = 6;

/** Something to name in a text by a link to where it is shown. */
export type Suggestion =
  | { kind: "person"; id: number; name: string }
  | { kind: "incident"; key: string; title: string }
  | { kind: "action"; id: number; key: string; title: string };

/** People of the directory whose name has these letters, those first whose name begins with them. */
export function listPeopleNamed(text: string): Suggestion[] {
  return db()
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(containing(people.name, text))
    .orderBy(desc(matching(people.name, `${escaped(text)}%`)), asc(people.name))
    .limit(FEW)
    .all()
    .map((person) => ({ kind: "person" as const, ...person }));
}

/**
 * Action items and incidents with these letters in their number, key or title, the newest first. Those of
 * the incident that is being written about come before others'.
 */
export function listThingsNamed(
  viewer: Viewer,
  { key, text }: { key: string; text: string },
): Suggestion[] {
  return [...listActions(viewer, key, text), ...listIncidents(viewer, text)];
}

function listActions(viewer: Viewer, key: string, text: string): Suggestion[] {
  const number = /^(?:ai-?)?(\d{1,9})$/i.exec(text)?.[1];
  const isHere = eq(incidents.key, key);
  return db()
    .select({ id: actionItems.id, key: incidents.key, title: actionItems.title })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, actionItems.incidentId))
    .where(
      and(
        visibleTo(viewer),
        text === ""
          ? isHere
          : or(
              containing(actionItems.title, text),
              number ? eq(actionItems.id, Number(number)) : undefined,
            ),
      ),
    )
    .orderBy(desc(isHere), desc(actionItems.id))
    .limit(FEW)
    .all()
    .map((item) => ({ kind: "action" as const, ...item }));
}

function listIncidents(viewer: Viewer, text: string): Suggestion[] {
  return db()
    .select({ key: incidents.key, title: incidents.title })
    .from(incidents)
    .where(
      and(
        visibleTo(viewer),
        or(containing(incidents.key, text), containing(incidents.title, text)),
      ),
    )
    .orderBy(desc(incidents.declaredAt), desc(incidents.id))
    .limit(FEW)
    .all()
    .map((incident) => ({ kind: "incident" as const, ...incident }));
}

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");

const matching = (column: SQLiteColumn, pattern: string) =>
  sql`${column} like ${pattern} escape '\\'`;

const containing = (column: SQLiteColumn, text: string) => matching(column, `%${escaped(text)}%`);

import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listMeant } from "@/db/queries/named-incidents";
import { incidentLinks } from "@/db/schema";
import { DomainError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { tellAbout } from "./between";
import { requireIncident, type IncidentRow } from "./entries";

export type IncidentLinking = {
  key: string;
  /** The other incident: its key, a link to its page, or words of its title. */
  other: string;
  note?: string;
};

/** Links two incidents, once for both. Both timelines tell of it. */
export function linkIncidents(viewer: Viewer, linking: IncidentLinking, now = Date.now()): void {
  transaction(() => {
    const incident = requireIncident(viewer, linking.key);
    const other = requireMeant(viewer, linking.other);
    if (other.id === incident.id) {
      throw new DomainError("An incident cannot be linked to itself.", "other");
    }

    const { note } = linking;
    const before = db().select().from(incidentLinks).where(isLink(incident, other)).get();
    if (before && note !== undefined && note !== before.note) {
      const said = before.note === null ? "without a note" : `with the note “${before.note}”`;
      throw new DomainError(
        `${other.key} is linked already, ${said}. Remove that link first to write another note.`,
        "note",
      );
    }
    if (before) return;

    const [first, second] = ordered(incident, other);
    db()
      .insert(incidentLinks)
      .values({
        incidentId: first.id,
        otherId: second.id,
        note,
        linkedBy: viewer.name,
        linkedAt: now,
      })
      .run();
    tell(viewer, incident, other, { verb: "incident:link", words: "Linked to", now });
  });
}

export type IncidentUnlinking = { key: string; other: string };

/** Takes a link away on both sides. One that is gone already stays so. */
export function unlinkIncidents(
  viewer: Viewer,
  { key, other: otherKey }: IncidentUnlinking,
  now = Date.now(),
): void {
  transaction(() => {
    const incident = requireIncident(viewer, key);
    const other = requireIncident(viewer, otherKey);
    const { changes } = db().delete(incidentLinks).where(isLink(incident, other)).run();
    if (changes === 0) return;
    tell(viewer, incident, other, { verb: "incident:unlink", words: "No longer linked to", now });
  });
}

/** The one incident that a person means. Several, or none, are refused with what was found. */
export function requireMeant(viewer: Viewer, text: string): IncidentRow {
  const [found, ...more] = listMeant(viewer, text);
  if (!found) throw new DomainError(`No incident is called “${text}”.`, "other");
  if (more.length > 0) {
    const named = [found, ...more].slice(0, 5).map(({ key, title }) => `${key} ${title}`);
    throw new DomainError(
      `Several incidents match “${text}”. Write the key of one: ${named.join("; ")}${more.length > 4 ? " …" : "."}`,
      "other",
    );
  }
  return requireIncident(viewer, found.key);
}

/** A link is stored once: the lower id first. */
function ordered(a: IncidentRow, b: IncidentRow): readonly [IncidentRow, IncidentRow] {
  return a.id < b.id ? [a, b] : [b, a];
}

function isLink(a: IncidentRow, b: IncidentRow) {
  const [first, second] = ordered(a, b);
  return and(eq(incidentLinks.incidentId, first.id), eq(incidentLinks.otherId, second.id));
}

type Telling = { verb: string; words: string; now: number };

/** Both sides tell of it; none of them names an incident that its readers need not know of. */
function tell(viewer: Viewer, a: IncidentRow, b: IncidentRow, { verb, words, now }: Telling): void {
  const telling = {
    type: "link",
    verb,
    text: (other: string | undefined) => other && `${words} ${other}.`,
    now,
  } as const;
  tellAbout(viewer, [a, b], telling);
  tellAbout(viewer, [b, a], telling);
}

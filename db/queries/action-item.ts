import { and, asc, desc, eq, getTableColumns } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItemChanges, actionItemComments, actionItems, events, incidents } from "@/db/schema";
import { bornAt } from "@/lib/domain/action-item";
import { aliasKey } from "@/lib/domain/people";
import type { Viewer } from "@/lib/domain/viewer";
import { getCauses } from "./causes";
import { personByAlias } from "./people";
import { nameOfUser } from "./roles";
import { teamFinder } from "./teams";
import { visibleTo } from "./visibility";

const {
  source: _source,
  ordinal: _ordinal,
  position: _position,
  ...columns
} = getTableColumns(actionItems);

export type Item = NonNullable<ReturnType<typeof findItem>>;

/** An action item with all that its page says of it, if this person may know of it. */
export function findItem(viewer: Viewer, id: number) {
  const row = db()
    .select({
      ...columns,
      incidentKey: incidents.key,
      incidentTitle: incidents.title,
      severity: incidents.severity,
      declaredAt: incidents.declaredAt,
      resolvedAt: incidents.resolvedAt,
    })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, actionItems.incidentId))
    .where(and(eq(actionItems.id, id), visibleTo(viewer)))
    .get();
  if (!row) return undefined;
  const { declaredAt, resolvedAt, ...item } = row;
  const [person, teamOf] = [personByAlias().get(aliasKey(item.owner ?? "")) ?? null, teamFinder()];
  return {
    ...item,
    person,
    /** Somebody else's than this viewer's, or nobody's. */
    isOthers: aliasKey(person ?? item.owner ?? "") !== aliasKey(nameOfUser(viewer)),
    team: teamOf(item),
    /** The name of the team that it has unless one is chosen. */
    ownTeam: teamOf({ ...item, teamId: null })?.team.name,
    bornAt: bornAt(item, { declaredAt, resolvedAt }),
    event: findEvent(item.fromEventId),
    factors: listItemFactors(viewer, item),
    comments: listItemComments(id),
    changes: listItemChanges(id),
  };
}

/** The timeline row that an item came from. */
function findEvent(eventId: number | null) {
  if (eventId === null) return undefined;
  const { seq, description } = events;
  return db().select({ seq, description }).from(events).where(eq(events.id, eventId)).get();
}

export type ItemFactor = ReturnType<typeof listItemFactors>[number];

/** The contributing factors of the item's incident, and which of them it answers. */
function listItemFactors(viewer: Viewer, { id, incidentKey }: { id: number; incidentKey: string }) {
  const factors = getCauses(viewer, incidentKey)?.factors ?? [];
  return factors.map(({ text, category, actions, linked, version }) => ({
    text,
    category,
    actions,
    isAnswered: actions.includes(id),
    /** Who said so; missing where it is only proposed. */
    linkedBy: linked?.by,
    version,
  }));
}

export type ItemComment = ReturnType<typeof listItemComments>[number];

function listItemComments(itemId: number) {
  const { id, authorId, author, body, createdAt, editedAt, deletedAt, version } =
    actionItemComments;
  return db()
    .select({ id, authorId, author, body, createdAt, editedAt, deletedAt, version })
    .from(actionItemComments)
    .where(eq(actionItemComments.actionItemId, itemId))
    .orderBy(asc(createdAt), asc(id))
    .all();
}

export type ChangeOfItem = ReturnType<typeof listItemChanges>[number];

/** What changed in an item, the newest first. */
function listItemChanges(itemId: number) {
  const { id, at, by, field, before, after, reason } = actionItemChanges;
  return db()
    .select({ id, at, by, field, before, after, reason })
    .from(actionItemChanges)
    .where(eq(actionItemChanges.actionItemId, itemId))
    .orderBy(desc(at), desc(id))
    .all();
}

import { asc, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, incidents } from "@/db/schema";
import type { BoardFilters } from "@/lib/domain/board-filters";
import { fitting } from "@/lib/domain/board-fit";
import { aliasKey } from "@/lib/domain/people";
import type { Viewer } from "@/lib/domain/viewer";
import { numberIds } from "./action-numbers";
import { listBoardItems } from "./board-items";
import { listPeople, nameOf, personByAlias } from "./people";
import { nameOfUser } from "./roles";
import { visibleTo } from "./visibility";

const { id, title, status, position, version, owner, priority, type, deadline } = actionItems;
const columns = { id, title, status, position, version, owner, priority, type, deadline };

export type BoardItem = ReturnType<typeof listBoardItems>[number];

/**
 * The items that an address of the board asks for, in board order, each with its place among those of
 * its column that this person may know of.
 */
export function listBoardCards(viewer: Viewer, filters: BoardFilters = {}, now = Date.now()) {
  return getBoard(viewer, filters, now).items;
}

/** The same items, how many the board has without filters, and what it can be narrowed to. */
export function getBoard(viewer: Viewer, filters: BoardFilters, now = Date.now()) {
  const { board, show } = filters;
  const me = namesOf(viewer);
  const all = fitting(listBoardItems(viewer, now), { board }, me);
  const shown = show && numberIds(viewer, show, filters, now);
  return {
    items: fitting(all, filters, me, shown),
    total: all.length,
    choices: choicesIn(all),
  };
}

/** The names and addresses under which items may have this person as their owner. */
function namesOf(viewer: Viewer): string[] {
  const { email, name } = viewer;
  return [email, name, nameOf(email) ?? name, nameOfUser(viewer)];
}

export type BoardCard = ReturnType<typeof cardOf>;

/** What a card shows of its item; all of it plain, so that cards can be compared. */
export function cardOf(item: BoardItem) {
  return {
    id: item.id,
    title: item.title,
    status: item.status,
    position: item.position,
    version: item.version,
    owner: item.owner,
    person: item.person,
    priority: item.priority,
    type: item.type,
    deadline: item.deadline,
    incidentKey: item.incidentKey,
    incidentTitle: item.incidentTitle,
    severity: item.severity,
    teamId: item.teamId,
    team: item.team,
    teamSlug: item.teamSlug,
    teamFrom: item.teamFrom,
    today: item.today,
    state: item.state,
    isUnownedTooLong: item.isUnownedTooLong,
    checkDue: item.checkDue,
    checkResult: item.checkResult,
    comments: item.comments,
  };
}

export type IncidentActionItem = ReturnType<typeof listActionItemsOf>[number];

/** An incident's action items in its record's order. */
export function listActionItemsOf(incidentId: number) {
  const names = personByAlias();
  return db()
    .select(columns)
    .from(actionItems)
    .where(eq(actionItems.incidentId, incidentId))
    .orderBy(asc(actionItems.ordinal))
    .all()
    .map((item) => ({ ...item, person: names.get(aliasKey(item.owner ?? "")) ?? null }));
}

export function findActionItem(itemId: number) {
  return db().select(columns).from(actionItems).where(eq(actionItems.id, itemId)).get();
}

export type ItemRow = ReturnType<typeof rowOf>;

/** What a row of the table shows of its item. */
export const rowOf = (item: BoardItem) => ({ ...cardOf(item), bornAt: item.bornAt });

export type BoardChoices = ReturnType<typeof choicesIn>;

/** The words, incidents and factors that these items carry, for the board's filters. */
export function choicesIn(items: BoardItem[]) {
  return {
    owners: distinct(items.map((item) => item.person ?? item.owner)),
    priorities: distinct(items.map((item) => item.priority)),
    types: distinct(items.map((item) => item.type)),
    services: distinct(items.flatMap((item) => item.services)),
    incidents: distinct(items.map((item) => item.incidentKey)).toReversed(),
    factors: distinct(items.flatMap((item) => item.factors)),
  };
}

/** Whom an action item can be given to: people of the directory, and owners as the board has them. */
export function listOwners(viewer: Viewer): string[] {
  const known = listPeople().map(({ name }) => name);
  const names = personByAlias();
  const owners = db()
    .selectDistinct({ owner })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, actionItems.incidentId))
    .where(visibleTo(viewer))
    .all()
    .map(({ owner }) => names.get(aliasKey(owner ?? "")) ?? owner);
  return [...new Set([...known, ...distinct(owners)])];
}

function distinct(words: (string | null)[]): string[] {
  return [...new Set(words.flatMap((word) => word || []))].toSorted((a, b) => a.localeCompare(b));
}

/** The newest incidents, to which an action item can be added. */
export function listNewestIncidents(viewer: Viewer, limit = 100) {
  return db()
    .select({ key: incidents.key, title: incidents.title })
    .from(incidents)
    .where(visibleTo(viewer))
    .orderBy(desc(incidents.declaredAt), desc(incidents.id))
    .limit(limit)
    .all();
}

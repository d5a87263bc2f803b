import { asc, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, incidents } from "@/db/schema";
import { inBoardOrder, settle } from "@/lib/domain/board";
import { isOverdue } from "@/lib/domain/deadline";
import { aliasKey } from "@/lib/domain/people";
import type { Viewer } from "@/lib/domain/viewer";
import { listPeople, personByAlias } from "./people";
import { visibleTo } from "./visibility";

const { id, title, status, position, version, owner, priority, type, deadline } = actionItems;
const columns = { id, title, status, position, version, owner, priority, type, deadline };

export type BoardCard = ReturnType<typeof listBoardCards>[number];

/** What a reader may narrow the board to. */
export type CardFilters = {
  /** Names of people, or owners as records wrote them. */
  owners?: string[] | undefined;
  priority?: string | undefined;
  type?: string | undefined;
  incident?: string | undefined;
  /** The calendar day on which to ask what is overdue. */
  overdueOn?: string | undefined;
};

/**
 * The cards that fit the filters, in board order, each with its place among those of its column that
 * this person may know of.
 */
export function listBoardCards(viewer: Viewer, filters: CardFilters = {}) {
  const names = personByAlias();
  const cards = db()
    .select({
      ...columns,
      incidentKey: incidents.key,
      incidentTitle: incidents.title,
      severity: incidents.severity,
    })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, actionItems.incidentId))
    .where(visibleTo(viewer))
    .all()
    .map((card) => ({ ...card, person: names.get(aliasKey(card.owner ?? "")) ?? null }));

  return inBoardOrder(settle(cards)).filter((card) => fits(card, filters));
}

type Fitting = Owned & {
  priority: string | null;
  type: string | null;
  incidentKey: string;
  status: string | null;
  deadline: string | null;
};

function fits(card: Fitting, filters: CardFilters): boolean {
  return (
    (!filters.owners || isOwnedBy(card, filters.owners)) &&
    (!filters.priority || card.priority === filters.priority) &&
    (!filters.type || card.type === filters.type) &&
    (!filters.incident || card.incidentKey === filters.incident) &&
    (!filters.overdueOn || isOverdue(card, filters.overdueOn))
  );
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

type Owned = { owner: string | null; person: string | null };

function isOwnedBy({ owner, person }: Owned, owners: string[]): boolean {
  const wanted = owners.map(aliasKey);
  return [owner, person].some((name) => name !== null && wanted.includes(aliasKey(name)));
}

/** The words and incidents that the board's cards carry now, for its filters. */
export function listBoardChoices(viewer: Viewer) {
  const cards = listBoardCards(viewer);
  return {
    owners: distinct(cards.map((card) => card.person ?? card.owner)),
    priorities: distinct(cards.map((card) => card.priority)),
    types: distinct(cards.map((card) => card.type)),
    incidents: distinct(cards.map((card) => card.incidentKey)).toReversed(),
  };
}

/** Whom an action item can be given to: people of the directory, and owners as the board has them. */
export function listOwners(viewer: Viewer): string[] {
  const known = listPeople().map(({ name }) => name);
  return [...new Set([...known, ...listBoardChoices(viewer).owners])];
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

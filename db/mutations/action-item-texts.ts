import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { nameOfUser } from "@/db/queries/roles";
import { actionItems, teams } from "@/db/schema";
import type { ItemChange } from "@/lib/domain/action-item-change";
import { DomainError } from "@/lib/domain/error";
import {
  storedText,
  type ItemField,
  type ItemTexts,
  type ItemWritten,
} from "@/lib/domain/item-text";
import { aliasKey } from "@/lib/domain/people";
import { ticketKeyOf, writtenTicket } from "@/lib/domain/ticket";
import type { Viewer } from "@/lib/domain/viewer";
import { addressProblem } from "@/lib/domain/web-address";
import { recordChanges } from "./action-item-changes";
import { tellOwner } from "./action-item-owners";
import { refillDeadline } from "./deadlines";

export const NOTHING: ItemWritten = {
  title: "",
  description: null,
  owner: null,
  teamId: null,
  priority: null,
  type: null,
  ticketUrl: null,
  ticketKey: null,
};

/**
 * Puts texts in an item and its history and counts its version up, inside the caller's transaction,
 * which knows that this viewer may see it and writes the audit row.
 */
export function putTexts(
  viewer: Viewer,
  item: ItemWritten & { id: number; version: number },
  texts: ItemTexts,
  now: number,
): void {
  const after = written(viewer, item, texts);
  db()
    .update(actionItems)
    .set({ ...after, version: item.version + 1 })
    .where(eq(actionItems.id, item.id))
    .run();
  recordChanges(viewer, item.id, changesBetween(item, after), now);
  if (after.priority !== item.priority) refillDeadline(viewer, item.id, now);
  if (after.owner !== item.owner) tellOwner(viewer, item.id, now);
}

/** What stands in an item once texts are put in it; a field that they do not name stays to the letter. */
export function written(viewer: Viewer, item: ItemWritten, texts: ItemTexts): ItemWritten {
  const stored = (field: ItemField, before: string | null) => {
    const text = texts[field];
    return text === undefined ? before : storedText(field, text);
  };
  const title = stored("title", item.title);
  if (!title) throw new DomainError("An action item needs a title.", "title");
  return {
    title,
    description: stored("description", item.description),
    owner: ownerNamed(viewer, stored("owner", item.owner)),
    teamId: texts.team === undefined ? item.teamId : teamNamed(storedText("team", texts.team)),
    priority: stored("priority", item.priority),
    type: stored("type", item.type),
    ...ticketOf(item, texts),
  };
}

/** "me" is whoever writes it, by the name that the directory has for them. */
function ownerNamed(viewer: Viewer, owner: string | null): string | null {
  return owner !== null && aliasKey(owner) === "me" ? nameOfUser(viewer) : owner;
}

function teamNamed(team: string | null): number | null {
  if (team === null) return null;
  const known = findTeamName(Number(team));
  if (known === undefined) throw new DomainError("This team is gone. Choose another.", "team");
  return Number(team);
}

function findTeamName(teamId: number): string | undefined {
  return db().select({ name: teams.name }).from(teams).where(eq(teams.id, teamId)).get()?.name;
}

/** Without a key of its own a ticket has the one that its address names. */
function ticketOf({ ticketUrl, ticketKey }: ItemWritten, texts: ItemTexts) {
  if (texts.ticketUrl === undefined && texts.ticketKey === undefined) {
    return { ticketUrl, ticketKey };
  }
  const url = storedText("ticketUrl", texts.ticketUrl ?? ticketUrl ?? "");
  const key = storedText("ticketKey", texts.ticketKey ?? "");
  if (url === null) {
    if (key !== null) throw new DomainError("Give the ticket’s address too.", "ticketUrl");
    return { ticketUrl: null, ticketKey: null };
  }
  const problem = addressProblem(url);
  if (problem) throw new DomainError(problem, "ticketUrl");
  return { ticketUrl: url, ticketKey: key ?? ticketKeyOf(url) ?? null };
}

const TOLD = ["title", "description", "owner", "priority", "type"] as const;

function changesBetween(before: ItemWritten, after: ItemWritten): ItemChange[] {
  return [
    ...TOLD.map((field) => ({ field, before: before[field], after: after[field] })),
    { field: "team", before: teamOf(before), after: teamOf(after) },
    { field: "ticket", before: ticketIn(before), after: ticketIn(after) },
  ];
}

const ticketIn = ({ ticketUrl, ticketKey }: ItemWritten) => writtenTicket(ticketUrl, ticketKey);
const teamOf = ({ teamId }: ItemWritten) =>
  teamId === null ? null : (findTeamName(teamId) ?? null);

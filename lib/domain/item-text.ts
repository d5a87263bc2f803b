import { tidy } from "./action-item";
import { CHANGE_NAMES } from "./action-item-change";
import type { Collision } from "./collision";
import { plainText } from "./facts";

/** What people write in an item, by the names of a form's fields. Its status and its days are asked for elsewhere. */
export const ITEM_FIELDS = [
  "title",
  "description",
  "owner",
  "team",
  "priority",
  "type",
  "ticketUrl",
  "ticketKey",
] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];
/** Each as a form holds it, empty where there is none; a team by its number. */
export type ItemTexts = Partial<Record<ItemField, string>>;

/** The same as they are stored. */
export type ItemWritten = {
  title: string;
  description: string | null;
  owner: string | null;
  teamId: number | null;
  priority: string | null;
  type: string | null;
  ticketUrl: string | null;
  ticketKey: string | null;
};

/** What is written in an item, as forms hold it. */
export function textsOf({ teamId, ...item }: ItemWritten): Required<ItemTexts> {
  return {
    title: item.title,
    description: item.description ?? "",
    owner: item.owner ?? "",
    team: teamId === null ? "" : String(teamId),
    priority: item.priority ?? "",
    type: item.type ?? "",
    ticketUrl: item.ticketUrl ?? "",
    ticketKey: item.ticketKey ?? "",
  };
}

const LABELS: Record<ItemField, string> = {
  title: CHANGE_NAMES.title,
  description: CHANGE_NAMES.description,
  owner: CHANGE_NAMES.owner,
  team: CHANGE_NAMES.team,
  priority: CHANGE_NAMES.priority,
  type: CHANGE_NAMES.type,
  ticketUrl: CHANGE_NAMES.ticket,
  ticketKey: "Ticket’s key",
};

/** The texts that say something else than those that were seen: only what a writer changed. */
export function touchedTexts(seen: ItemTexts, written: ItemTexts): ItemTexts {
  return Object.fromEntries(
    ITEM_FIELDS.flatMap((field) => {
      const text = written[field];
      return text === undefined || isSame(field, text, seen[field]) ? [] : [[field, text]];
    }),
  );
}

/** Those of a writer's changes that would undo what someone else wrote since. */
export function collidingTexts(
  seen: ItemTexts,
  written: ItemTexts,
  current: ItemTexts,
): (Collision & { field: ItemField })[] {
  return ITEM_FIELDS.flatMap((field) => {
    const [before = "", after] = [current[field], written[field]];
    const collides =
      after !== undefined && !isSame(field, before, seen[field]) && !isSame(field, before, after);
    return collides ? [{ field, label: LABELS[field], before, after }] : [];
  });
}

/** A text as it is stored: none where it is empty. A description keeps its lines. */
export function storedText(field: ItemField, text: string): string | null {
  return settled(field, text) || null;
}

const isSame = (field: ItemField, a: string, b = "") => settled(field, a) === settled(field, b);

const settled = (field: ItemField, text: string) =>
  field === "description" ? plainText(text) : tidy(text);

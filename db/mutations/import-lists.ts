import { isDeepStrictEqual } from "node:util";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  listActionItemRows,
  listCommunicationRows,
  listEventRows,
  listParticipantRows,
} from "@/db/queries/record";
import { actionItems, communications, events, participants } from "@/db/schema";
import { columnOf, END } from "@/lib/domain/board";
import { NOT_CLOSED } from "@/lib/domain/closing";
import type {
  JsonObject,
  RecordActionItem,
  RecordCommunication,
  RecordEvent,
  RecordParticipant,
} from "@/lib/domain/record";
import { mergeEdits, planList, type Likeness, type StoredItem } from "@/lib/record/merge";
import {
  actionItemColumns,
  actionItemOf,
  communicationColumns,
  communicationOf,
  eventColumns,
  eventOf,
  participantColumns,
  participantOf,
} from "@/lib/record/rows";

const ROWS_AT_ONCE = 500;

type Row<Item> = StoredItem<Item> & { id: number };
type Sourced = { source: JsonObject | null };
type Placed<Columns> = Columns & { ordinal: number };

type Merge<Item, Stored, Columns> = {
  stored: Stored[];
  incoming: Item[];
  likenesses?: Likeness<Stored, Item>[];
  columnsOf: (item: Item) => Columns;
  insert: (rows: Placed<Columns>[]) => void;
  update: (row: Stored, change: Placed<Columns>) => void;
  remove: (row: Stored) => void;
};

/** Makes the stored list the incoming one, and keeps what people added to it or changed in it. */
function mergeList<Item extends JsonObject, Stored extends Row<Item>, Columns extends Sourced>(
  merge: Merge<Item, Stored, Columns>,
): void {
  const { columnsOf, insert, update, remove } = merge;
  const plan = planList(merge.stored, merge.incoming, merge.likenesses);

  plan.removed.forEach(remove);
  for (const { stored, ordinal } of plan.staying) {
    if (stored.ordinal === ordinal) continue;
    update(stored, { ...columnsOf(stored.current), source: stored.source, ordinal });
  }
  for (const { stored, item, ordinal } of plan.kept) {
    const merged = mergeEdits(stored.source, stored.current, item);
    const before = [stored.current, stored.source, stored.ordinal];
    if (isDeepStrictEqual(before, [merged, item, ordinal])) continue;
    update(stored, { ...columnsOf(merged), source: item, ordinal });
  }
  for (let from = 0; from < plan.added.length; from += ROWS_AT_ONCE) {
    const lot = plan.added.slice(from, from + ROWS_AT_ONCE);
    insert(lot.map(({ item, ordinal }) => ({ ...columnsOf(item), ordinal })));
  }
}

const highest = (rows: { seq: number }[]) => rows.reduce((most, { seq }) => Math.max(most, seq), 0);

export function mergeEvents(incidentId: number, incoming: RecordEvent[]): void {
  const stored = listEventRows(incidentId).map((row) => ({ ...row, current: eventOf(row) }));
  let seq = highest(stored);
  mergeList({
    stored,
    incoming,
    columnsOf: eventColumns,
    insert: (rows) => {
      const given = { incidentId, origin: "import" } as const;
      const values = rows.map((row) => ({ ...row, ...given, seq: (seq += 1) }));
      db().insert(events).values(values).run();
    },
    update: ({ id }, change) => db().update(events).set(change).where(eq(events.id, id)).run(),
    remove: ({ id }) => db().delete(events).where(eq(events.id, id)).run(),
  });
}

export function mergeCommunications(incidentId: number, incoming: RecordCommunication[]): void {
  const stored = listCommunicationRows(incidentId).map((row) => ({
    ...row,
    current: communicationOf(row),
  }));
  let seq = highest(stored);
  mergeList({
    stored,
    incoming,
    columnsOf: communicationColumns,
    insert: (rows) => {
      const given = { incidentId, origin: "import" } as const;
      const values = rows.map((row) => ({ ...row, ...given, seq: (seq += 1) }));
      db().insert(communications).values(values).run();
    },
    update: ({ id }, change) =>
      db().update(communications).set(change).where(eq(communications.id, id)).run(),
    remove: ({ id }) => db().delete(communications).where(eq(communications.id, id)).run(),
  });
}

/** An item is known by its title, as it is or was; in a list of the same length also by its place. */
export function mergeActionItems(incidentId: number, incoming: RecordActionItem[]): void {
  const stored = listActionItemRows(incidentId).map((row) => ({
    ...row,
    current: actionItemOf(row),
  }));
  type Stored = (typeof stored)[number];
  const isSameLength = stored.filter(({ source }) => source).length === incoming.length;
  const byTitle: Likeness<Stored, RecordActionItem>[] = [
    { stored: ({ title }) => title, incoming: ({ title }) => title },
    { stored: ({ source }) => titleOf(source), incoming: ({ title }) => title },
  ];
  const byPlace: Likeness<Stored, RecordActionItem> = {
    stored: ({ ordinal }) => String(ordinal),
    incoming: (_, index) => String(index),
  };
  mergeList({
    stored,
    incoming,
    likenesses: isSameLength ? [...byTitle, byPlace] : byTitle,
    columnsOf: actionItemColumns,
    insert: (rows) => {
      const given = { incidentId, origin: "import", position: END } as const;
      const values = rows.map((row) => ({ ...row, ...given }));
      db().insert(actionItems).values(values).run();
    },
    update: (row, change) => {
      const stays = columnOf(change.status) === columnOf(row.status);
      const version = sql`${actionItems.version} + 1`;
      db()
        .update(actionItems)
        .set({ ...change, version, ...(stays ? {} : { ...NOT_CLOSED, position: END }) })
        .where(eq(actionItems.id, row.id))
        .run();
    },
    remove: ({ id }) => db().delete(actionItems).where(eq(actionItems.id, id)).run(),
  });
}

const titleOf = (source: JsonObject | null) =>
  typeof source?.title === "string" ? source.title : null;

export function mergeParticipants(incidentId: number, incoming: RecordParticipant[]): void {
  const stored = listParticipantRows(incidentId).map((row) => ({
    ...row,
    current: participantOf(row),
  }));
  mergeList({
    stored,
    incoming,
    columnsOf: participantColumns,
    insert: (rows) => {
      const given = { incidentId, origin: "import" } as const;
      const values = rows.map((row) => ({ ...row, ...given }));
      db().insert(participants).values(values).run();
    },
    update: ({ id }, change) =>
      db().update(participants).set(change).where(eq(participants.id, id)).run(),
    remove: ({ id }) => db().delete(participants).where(eq(participants.id, id)).run(),
  });
}

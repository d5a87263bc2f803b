import type { Gap } from "./gaps";
import type { PhaseName } from "./phases";

const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
const SECOND = 1000;

type StoryEntry = {
  id: number;
  /** Below 0 for rows of another incident, after which nothing can be inserted. */
  seq: number;
  at: number;
  phase: PhaseName | undefined;
};

/** A place between two rows: the number of the row before it, and a time that falls between them. */
export type Insertion = { after: number; at: number };

export type StoryItem<Entry, Note> =
  | { kind: "day"; at: number }
  | { kind: "gap"; gap: Gap; seq: number } // the number of the row that it stands before
  | { kind: "note"; note: Note }
  | { kind: "phase"; name: PhaseName; at: number }
  | { kind: "entry"; entry: Entry; insertion: Insertion | undefined };

type Between<Note> = {
  /** The silences and notes that stand before an entry, by its id. */
  gaps: Record<number, Gap[]>;
  notes: Record<number, Note[]>;
  newestFirst: boolean;
  /** True where nothing later than these entries is left out. */
  isComplete: boolean;
};

/**
 * The rows of a timeline in the order in which they are read: each entry with the day, the phase and
 * the silence that it begins or ends. `entries` come in the order of reading.
 */
export function storyOf<Entry extends StoryEntry, Note>(
  entries: Entry[],
  { gaps, notes, newestFirst, isComplete }: Between<Note>,
): StoryItem<Entry, Note>[] {
  let day: number | undefined;
  return entries.flatMap((entry, index) => {
    const today = Math.floor(entry.at / DAY);
    const opening = today === day ? [] : [{ kind: "day", at: entry.at } as const];
    day = today;
    const [earlier, later] = newestFirst
      ? [entries[index + 1], entry]
      : [entry, entries[index + 1]];
    const isLast = later === undefined;
    const insertion =
      earlier && earlier.seq > 0 && (!isLast || isComplete)
        ? { after: earlier.seq, at: timeBetween(earlier.at, later?.at) }
        : undefined;
    const own = { kind: "entry", entry, insertion } as const;
    const before = [
      ...(gaps[entry.id] ?? []).map((gap) => ({ kind: "gap", gap, seq: entry.seq }) as const),
      ...(notes[entry.id] ?? []).map((note) => ({ kind: "note", note }) as const),
    ];
    const phase = entry.phase ? [{ kind: "phase", name: entry.phase, at: entry.at } as const] : [];
    return newestFirst
      ? [...opening, own, ...phase, ...before.toReversed()]
      : [...before, ...opening, ...phase, own];
  });
}

/** A time between two events: in the middle, at a full minute where there is one; or just after the last. */
export function timeBetween(earlier: number, later: number | undefined): number {
  const middle = later === undefined ? earlier + MINUTE : (earlier + later) / 2;
  const minute = Math.floor(middle / MINUTE) * MINUTE;
  return minute > earlier ? minute : Math.floor(middle / SECOND) * SECOND;
}

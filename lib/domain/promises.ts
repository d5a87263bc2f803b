import type { Choices } from "./choices";
import { AUDIENCES, type Audience } from "./incident";
import { isOver } from "./lifecycle";
import { promisesIn, type PromiseKind } from "./promise-text";
import type { IncidentRecord } from "./record";
import { minutesBetween, parseTime } from "./time";

export type PromiseState = "kept" | "missed" | "open";

/**
 * A time that an audience was promised, in UTC milliseconds. `communication` is the message's index in
 * the record; `lateMinutes` is `null` while nobody knows it: the promise is open, or nothing ever came.
 */
export type UpdatePromise = {
  communication: number;
  kind: PromiseKind;
  madeAt: number;
  audience: Audience;
  dueAt: number;
  state: PromiseState;
  lateMinutes: number | null;
};

type Message = { index: number; at: number; text: string; audience: Audience; nextAt?: number };

/** The audience that a record's word stands for; an unknown word is internal. */
export function audienceOf(word: string | null | undefined): Audience {
  return AUDIENCES.find((audience) => audience === word) ?? "internal";
}

/**
 * Every promise in the order in which they were made. An update is answered by the next later message to
 * the same audience. Without one the promise is open while the incident runs, and missed once it is over.
 * A report is answered by the publication, and open until there is one.
 */
export function promisesOf(
  record: IncidentRecord,
  choices: Pick<Choices, "publishedAt" | "nextUpdateDueAt"> = {},
): UpdatePromise[] {
  const { status, resolved_at: resolved } = record.incident;
  const over = isOver({ status, resolvedAt: parseTime(resolved ?? "") ?? null });

  return messagesOf(record).flatMap(({ index, at, text, audience, nextAt }) => {
    const written = promisesIn(text, at);
    const set = choices.nextUpdateDueAt?.[index];
    const promises =
      set === undefined
        ? written
        : [
            { kind: "update" as const, dueAt: set },
            ...written.filter(({ kind }) => kind === "report"),
          ];
    return promises.map(({ kind, dueAt }) => ({
      communication: index,
      kind,
      madeAt: at,
      audience,
      dueAt,
      ...(kind === "update"
        ? verdict(dueAt, nextAt, over ? "missed" : "open")
        : verdict(dueAt, choices.publishedAt, "open")),
    }));
  });
}

/** How promises of a next update ended; `lateMinutes` is the longest that one was missed by. */
export function promiseSummary(promises: Pick<UpdatePromise, "kind" | "state" | "lateMinutes">[]) {
  const updates = promises.filter(({ kind }) => kind === "update");
  const count = (state: PromiseState) => updates.filter((each) => each.state === state).length;
  const late = updates.flatMap(({ state, lateMinutes }) =>
    state === "missed" && lateMinutes !== null ? [lateMinutes] : [],
  );
  return {
    kept: count("kept"),
    missed: count("missed"),
    open: count("open"),
    lateMinutes: late.length > 0 ? Math.max(...late) : undefined,
  };
}

function verdict(dueAt: number, cameAt: number | undefined, without: PromiseState) {
  if (cameAt === undefined) return { state: without, lateMinutes: null };
  return cameAt <= dueAt
    ? { state: "kept" as const, lateMinutes: 0 }
    : { state: "missed" as const, lateMinutes: minutesBetween(dueAt, cameAt) };
}

/** The messages in the order of time, each with the time of the next later one to its audience. */
function messagesOf({ communications }: IncidentRecord): Message[] {
  const messages = (communications ?? [])
    .flatMap(({ timestamp, message, audience }, index): Message[] => {
      const at = parseTime(timestamp);
      return at === undefined ? [] : [{ index, at, text: message, audience: audienceOf(audience) }];
    })
    .toSorted((a, b) => a.at - b.at);

  const later: Partial<Record<Audience, { at: number; nextAt: number | undefined }>> = {};
  for (const message of messages.toReversed()) {
    const following = later[message.audience];
    message.nextAt = following?.at === message.at ? following.nextAt : following?.at;
    later[message.audience] = { at: message.at, nextAt: message.nextAt };
  }
  return messages;
}

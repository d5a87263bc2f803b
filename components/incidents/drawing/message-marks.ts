import { AUDIENCES, type Audience } from "@/lib/domain/incident";
import { formatDateTime, formatMinutes, humanize } from "@/lib/format";
import {
  extentOf,
  groupedByPlace,
  type Lane,
  type Mark,
  type PromiseLine,
  type Ruler,
} from "./marks";
import type { DrawnMessage } from "./sources";
import { beginning, counted } from "./words";

type Promised = DrawnMessage["promises"][number];

const LABELS: Record<Audience, string> = {
  external: "Public messages",
  stakeholders: "Stakeholder messages",
  internal: "Internal messages",
};

/** A lane for each audience: what it was told, and from there to when what it was promised was due. */
export function audienceLanes(messages: DrawnMessage[], ruler: Ruler): Lane[] {
  return AUDIENCES.toReversed().map((audience) => ({
    id: audience,
    label: LABELS[audience],
    marks: messageMarks(
      messages.filter((message) => message.audience === audience),
      ruler,
    ),
  }));
}

function messageMarks(messages: DrawnMessage[], ruler: Ruler): Mark[] {
  const groups = groupedByPlace(messages, ruler);
  const most = Math.max(...groups.map(({ length }) => length));
  return groups.map((group) => {
    const [first] = group;
    const isOne = group.length === 1;
    return {
      id: `message-${first.seq}`,
      ...extentOf(group, ruler),
      shape: isOne ? "message" : "many",
      href: `#c-${first.seq}`,
      what: isOne ? whatOf(first, ruler) : sumOf(group),
      level: isOne ? undefined : Math.round(100 * Math.sqrt(group.length / most)),
      promises: isOne ? first.promises.map((promise) => lineOf(promise, ruler)) : undefined,
    };
  });
}

function lineOf({ state, dueAt, lateMinutes }: Promised, { place, span }: Ruler): PromiseLine {
  const isLate = state === "missed" && lateMinutes !== null;
  return {
    state,
    due: place(dueAt),
    answered: isLate ? place(dueAt + lateMinutes * 60_000) : undefined,
    isBeyond: dueAt > span.end,
  };
}

function whatOf({ channel, promises, message }: DrawnMessage, ruler: Ruler): string {
  const promised = promises.map((promise) => `${promiseWords(promise, ruler)}. `);
  return `${nounOf(channel)}: ${promised.join("")}${beginning(message, promised.length ? 60 : 90)}`;
}

const NOUNS: ReadonlyMap<string, string> = new Map([
  ["status_page", "Status page update"],
  ["internal_note", "Internal note"],
  ["stakeholders", "Stakeholder update"],
]);

function nounOf(channel: string | null): string {
  if (channel === null) return "Message";
  return NOUNS.get(channel) ?? `${beginning(humanize(channel), 30)} message`;
}

const PROMISED = { update: "next update", report: "report" } as const;

function promiseWords({ kind, madeAt, dueAt, state, lateMinutes }: Promised, ruler: Ruler): string {
  const made = `${PROMISED[kind]} promised in ${formatMinutes((dueAt - madeAt) / 60_000)}`;
  if (state === "kept") return `${made}, kept`;
  if (state === "missed") {
    return lateMinutes === null
      ? `${made}, missed: none came`
      : `${made}, missed by ${formatMinutes(lateMinutes)}`;
  }
  const over = (ruler.now - dueAt) / 60_000;
  return kind === "update" && over > 0
    ? `${made}, overdue by ${formatMinutes(over)}`
    : `${made}, due ${dueAt > ruler.span.end ? formatDateTime(dueAt) : ruler.word(dueAt)}`;
}

function sumOf(group: DrawnMessage[]): string {
  const states = group.flatMap(({ promises }) => promises.map(({ state }) => state));
  const named = (["kept", "missed", "open"] as const).flatMap((state) => {
    const count = states.filter((each) => each === state).length;
    return count > 0 ? [`${count} ${state}`] : [];
  });
  const promised =
    named.length > 0 ? `, ${counted(states.length, "promise")}: ${named.join(", ")}` : "";
  return `${counted(group.length, "message")}${promised}`;
}

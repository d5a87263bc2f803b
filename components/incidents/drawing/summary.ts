import { formatDateTime, formatTime } from "@/lib/format";
import type { Ruler } from "./marks";
import type { DrawingSources } from "./sources";
import { counted } from "./words";

const KINDS = [
  ["update", "promised update"],
  ["report", "promised report"],
] as const;
const STATES = ["kept", "missed", "open"] as const;

/** What the drawing shows, in a sentence. */
export function summaryOf(sources: DrawingSources, { span, word }: Ruler): string {
  const { timeline, phases, messages } = sources;
  const to = (count: number, audience: string) => (count > 0 ? [counted(count, audience)] : []);
  const said = (audience: string) =>
    messages.filter((message) => message.audience === audience).length;

  const parts = [
    counted(phases.phases.length, "phase"),
    `${counted(phases.gaps.length, "gap")} of 15 min or more`,
    `${counted(timeline.length, "event")}, of which ${counted(phases.decisions.length, "decision point")}`,
    ...to(said("external"), "public message"),
    ...to(said("stakeholders"), "stakeholder message"),
    ...to(said("internal"), "internal message"),
    ...promiseWords(sources),
    ...to(phases.deployments.length, "deployment"),
  ];
  const end = word === formatTime ? `${formatTime(span.end)} UTC` : formatDateTime(span.end);
  const start = formatDateTime(span.start).replace(" UTC", "");
  return `From ${start} to ${end}: ${parts.join(", ")}.`;
}

function promiseWords({ messages }: DrawingSources): string[] {
  const promises = messages.flatMap((message) => message.promises);
  return KINDS.flatMap(([kind, noun]) => {
    const those = promises.filter((promise) => promise.kind === kind);
    if (those.length === 0) return [];
    const states = STATES.flatMap((state) => {
      const count = those.filter((promise) => promise.state === state).length;
      return count > 0 ? [those.length === 1 ? state : `${count} ${state}`] : [];
    });
    return [`${counted(those.length, noun)} (${states.join(", ")})`];
  });
}

import type { ReactNode } from "react";
import { Time } from "@/components/time";
import { formatMinutes, formatTime, humanize } from "@/lib/format";
import { PhasesDrawing } from "./phases-drawing";
import { colourOf } from "./phase-colours";

export type PhasesView = {
  phases: { name: string; start: number; end: number; minutes: number; events: number }[];
  gaps: { start: number; end: number; minutes: number }[];
  decisions: number[];
  deployments: { at: number; name: string }[];
  /** When the first and the last event happened. */
  events: { first: number; last: number };
};

const NAMED_AT_MOST = 4;

/** The phases to scale, with silences, decision points and deployments; below, the same in words. */
export function PhasesFigure({ view }: { view: PhasesView }) {
  const { phases, gaps, decisions, deployments } = view;
  return (
    <figure aria-label="Phases">
      <PhasesDrawing view={view} />
      <ul className="mt-3 grid gap-x-8 gap-y-1 text-[0.8125rem] leading-5 sm:grid-cols-2">
        {phases.map(({ name, start, end, minutes, events }) => (
          <li key={name} className="flex flex-wrap items-baseline gap-x-2">
            <svg aria-hidden className="size-2.5 self-center">
              <rect width="100%" height="100%" rx="2" className={colourOf(name)} />
            </svg>
            <span className="font-medium">{humanize(name)}</span>
            <span className="tabular-nums">{formatMinutes(minutes)}</span>
            <span className="text-muted-foreground tabular-nums">
              <Time at={start} show="time" />–<Time at={end} show="time" />, {events}{" "}
              {events === 1 ? "event" : "events"}
            </span>
          </li>
        ))}
      </ul>
      <ul className="mt-2 grid gap-y-1 text-[0.8125rem] leading-5 text-muted-foreground">
        <Mark shape={<path d="M0 10 10 0M0 5 5 0M5 10 10 5" className="stroke-foreground" />}>
          {counted(gaps.length, "silence", "silences")} of 15 minutes or more
          {listed(gaps.map(({ start, end }) => `${formatTime(start)}–${formatTime(end)}`))}
        </Mark>
        <Mark shape={<path d="M5 0 10 5 5 10 0 5Z" className="fill-foreground" />}>
          {counted(decisions.length, "decision point", "decision points")}
        </Mark>
        {deployments.length > 0 && (
          <Mark shape={<path d="M0 0H10L5 9Z" className="fill-status-maintenance" />}>
            {counted(deployments.length, "recent deployment", "recent deployments")}
            {listed(deployments.map(({ at, name }) => `${name} ${formatTime(at)}`))}
          </Mark>
        )}
      </ul>
    </figure>
  );
}

function Mark({ shape, children }: { shape: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-baseline gap-2">
      <svg aria-hidden viewBox="0 0 10 10" className="size-2.5 shrink-0 self-center">
        {shape}
      </svg>
      <span className="wrap-anywhere">{children}</span>
    </li>
  );
}

const counted = (count: number, one: string, many: string) =>
  `${count === 0 ? "No" : count} ${count === 1 ? one : many}`;

function listed(items: string[]): string {
  if (items.length === 0) return "";
  const more = items.length - NAMED_AT_MOST;
  return `: ${items.slice(0, NAMED_AT_MOST).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

import type { CheckResult, EvidenceKind } from "@/lib/domain/action-item";
import type { Audience, IncidentStatus, Severity } from "@/lib/domain/incident";
import type {
  JsonObject,
  RecordImpact,
  RecordResolution,
  RecordSignals,
} from "@/lib/domain/record";
import type { Person } from "./people";

/** Who did or saw something: a person, or a machine. */
export type Actor = Person | "system" | "monitoring";

/** Minutes after the story's start, and what happened. */
export type Line = [
  minute: number,
  type: string,
  actor: Actor,
  description: string,
  metadata?: JsonObject,
];

/** Minutes after the story's start, and what was said. `{45}` in the text is the time at minute 45. */
export type Message = [minute: number, audience: Audience, text: string];

/** Work that followed; `due` is in days after the incident began. */
export type Task = {
  title: string;
  owner?: Person;
  priority?: string;
  due?: number;
  type?: string;
  status?: string;
  /** What its record does not tell. */
  since?: TaskLife;
};

/** What people did with a task in the portal. All its days are counted from the incident's beginning. */
export type TaskLife = {
  description?: string;
  ticket?: string;
  comments?: { day: number; by: Person; body: string }[];
  done?: { day: number; kind: EvidenceKind; evidence: string };
  dropped?: { day: number; reason: string };
  check?: { text: string; due: number; answer?: CheckLife };
  snoozed?: { day: number; until: number; reason: string };
};

/** One that failed opens its task again. */
type CheckLife = { day: number; result: CheckResult; note: string };

/** An incident told in minutes after its start. */
export type Story = {
  /** The start: a time of day in UTC some days ago, or a number of minutes ago. */
  starts: { daysAgo: number; at: string } | { minutesAgo: number };
  title: string;
  severity: Severity;
  status: IncidentStatus;
  service: string;
  affected?: string[];
  commander: Person;
  /** Who writes to the status page. */
  speaker: Person;
  declared: number;
  resolved?: number;
  events: Line[];
  messages?: Message[];
  impact?: RecordImpact;
  signals?: RecordSignals;
  deployments?: { service: string; minute: number; version: string; changes: string }[];
  onCall?: { primary: Person; secondary: Person; manager: Person };
  resolution?: RecordResolution;
  tasks?: Task[];
  participants: [person: Person, role: string][];
  /** Are its messages to the outside on the status page? */
  published: boolean;
  /** The written postmortem in Markdown; `{45}` is the time at minute 45. */
  postmortem?: {
    body: string;
    author: Person;
    daysLater: number;
    isPublished?: true;
    review?: Review;
  };
};

/** Every demo account that may review is asked; where it is approved, each of them has approved it. */
export type Review = { isApproved: boolean; remarks: Remark[] };

/** What somebody said of words of the text. One with an answer is resolved. */
export type Remark = {
  quote: string;
  by: Person;
  body: string;
  answer?: { by: Person; body: string };
};

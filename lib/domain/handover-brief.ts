import { isActivity } from "./activity";
import { columnOf } from "./board";
import { actionAddress } from "./chip";
import type { Audience, Severity } from "./incident";
import type { Milestone } from "./milestones";
import type { PromiseKind } from "./promise-text";
import type { RecordImpact } from "./record";
import { isShared, type RoleView } from "./roles";

/** One thing to know, in UTC milliseconds where it has a time, and where in the portal it comes from. */
export type BriefLine = { text: string; at: number | null; source: string; href: string };

export type HandoverBrief = { known: BriefLine[]; open: BriefLine[]; promised: BriefLine[] };

type StoryEvent = {
  seq: number;
  at: number;
  type: string | null;
  actor: string | null;
  description: string;
};

type Sources = {
  incident: {
    key: string;
    title: string;
    severity: Severity;
    status: string;
    declaredAt: number;
    isOver: boolean;
  };
  impact: RecordImpact | null;
  /** In the order of time. */
  timeline: StoryEvent[];
  milestones: { name: Milestone; source: object | null }[];
  questions: { person: string; note: string; startsAt: number; answeredAt: number | null }[];
  actionItems: { id: number; title: string; owner: string | null; status: string | null }[];
  roles: RoleView[];
  promises: { seq: number; kind: PromiseKind; audience: Audience; dueAt: number }[];
};

const LAST_EVENTS = 5;

/** What whoever takes over has to know: what we know, what is open, and what is promised to whom. */
export function handoverBrief(sources: Sources, now: number): HandoverBrief {
  return {
    known: [standing(sources), ...impactLines(sources), ...mitigation(sources), ...story(sources)],
    open: [
      ...emptyRoles(sources),
      ...missingMilestones(sources),
      ...openQuestions(sources),
      ...openActionItems(sources),
    ],
    promised: promised(sources, now),
  };
}

const pathOf = ({ incident }: Sources, anchor = "") => `/incidents/${incident.key}${anchor}`;

function eventLine(sources: Sources, { seq, at }: StoryEvent, text: string): BriefLine {
  const href = pathOf(sources, `?event=${seq}#e-${seq}`);
  return { text, at, source: `event ${seq}`, href };
}

function standing(sources: Sources): BriefLine {
  const { severity, status, title, declaredAt } = sources.incident;
  return {
    text: `${severity}, ${status}: ${title}`,
    at: declaredAt,
    source: "declaration",
    href: pathOf(sources),
  };
}

function impactLines(sources: Sources): BriefLine[] {
  const { impact } = sources;
  const share = impact?.affected_users_percentage;
  const regions = impact?.affected_regions ?? [];
  const facts = [
    typeof share === "number" && `${share}% of users are affected`,
    regions.length > 0 && `in ${regions.join(", ")}`,
    impact?.degradation_type && `degradation is ${impact.degradation_type}`,
    impact?.workaround_available === true && "there is a workaround",
    impact?.workaround_available === false && "there is no workaround",
    impact?.data_integrity_risk === true && "data is at risk",
    impact?.security_breach === true && "security was breached",
  ].filter(Boolean);
  const text =
    facts.length > 0 ? `Impact: ${facts.join(", ")}.` : "What it does to users is not recorded.";
  return [{ text, at: null, source: "impact", href: pathOf(sources, "#impact") }];
}

function mitigation(sources: Sources): BriefLine[] {
  const last = sources.timeline.findLast(({ type }) => type === "mitigation");
  if (last) return [eventLine(sources, last, `Current mitigation: ${last.description}`)];
  const [source, href] = ["timeline", pathOf(sources, "#timeline")];
  return [{ text: "No mitigation is recorded.", at: null, source, href }];
}

function story(sources: Sources): BriefLine[] {
  return sources.timeline
    .filter(({ type }) => !isActivity(type))
    .slice(-LAST_EVENTS)
    .map((event) => {
      const who = event.actor ? `${event.actor}: ` : "";
      return eventLine(sources, event, `${who}${event.description}`);
    });
}

function emptyRoles(sources: Sources): BriefLine[] {
  return sources.roles
    .filter(({ role, holders }) => holders.length === 0 && !isShared(role))
    .map(({ role }) => ({
      text: `Nobody is ${role}.`,
      at: null,
      source: "roles",
      href: pathOf(sources, "#roles"),
    }));
}

const MISSING: Record<Milestone, string> = {
  started: "When it started is not known.",
  detected: "When it was detected is not recorded.",
  declared: "When it was declared is not recorded.",
  mitigated: "It is not mitigated yet, as far as the timeline says.",
  resolved: "When it was resolved is not recorded.",
};

/** An incident that is open has no end yet, which nobody needs to be told. */
function missingMilestones(sources: Sources): BriefLine[] {
  return sources.milestones
    .filter(({ name, source }) => !source && (name !== "resolved" || sources.incident.isOver))
    .map(({ name }) => ({
      text: MISSING[name],
      at: null,
      source: "metrics",
      href: pathOf(sources, "#metrics"),
    }));
}

function openQuestions(sources: Sources): BriefLine[] {
  return sources.questions
    .filter(({ answeredAt }) => answeredAt === null)
    .map(({ person, note, startsAt }) => ({
      text: `${person} was asked about the silence from this time on: ${note}`,
      at: startsAt,
      source: "timeline",
      href: pathOf(sources, "#timeline"),
    }));
}

const ENDED: readonly string[] = ["done", "wont_do"];

function openActionItems({ actionItems }: Sources): BriefLine[] {
  return actionItems
    .filter(({ status }) => !ENDED.includes(columnOf(status)))
    .map(({ id, title, owner }) => ({
      text: `${title} (${owner ?? "nobody owns it"})`,
      at: null,
      source: `AI-${id}`,
      href: actionAddress(id),
    }));
}

const READERS: Record<Audience, string> = {
  internal: "the team",
  stakeholders: "stakeholders",
  external: "customers",
};

function promised(sources: Sources, now: number): BriefLine[] {
  return sources.promises
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .map(({ seq, kind, audience, dueAt }) => ({
      text: `${kind === "report" ? "A report" : "An update"} for ${READERS[audience]} ${
        dueAt < now ? "was due, and is late" : "is due"
      }.`,
      at: dueAt,
      source: `message ${seq}`,
      href: pathOf(sources, `#c-${seq}`),
    }));
}

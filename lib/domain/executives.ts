import { CADENCES } from "./cadence";
import type { Severity } from "./incident";

const MINUTE = 60_000;

/** That executives hear of an incident in time: they are who reads what is posted for stakeholders. */
export type ExecutivesTold =
  | { state: "open"; dueAt: number }
  | { state: "missed"; dueAt: number; toldAt: number | null }
  | { state: "kept"; dueAt: number; toldAt: number };

type Course = {
  severity: Severity;
  declaredAt: number;
  /** Every severity that it had, the first one first. */
  severities: { after: Severity; changedAt: number }[];
  messages: { audience: string | null; at: number }[];
};

/** `undefined` where the severity does not ask for it. The time counts from when the severity first did. */
export function executivesTold(course: Course, now: number): ExecutivesTold | undefined {
  const within = CADENCES[course.severity].executivesWithin;
  if (within === null) return undefined;
  const dueAt = askedAt(course) + within * MINUTE;
  const told = course.messages.filter(({ audience }) => audience === "stakeholders");
  const toldAt = told.length === 0 ? null : Math.min(...told.map(({ at }) => at));
  if (toldAt !== null && toldAt <= dueAt) return { state: "kept", dueAt, toldAt };
  if (toldAt === null && now <= dueAt) return { state: "open", dueAt };
  return { state: "missed", dueAt, toldAt };
}

function askedAt({ declaredAt, severities }: Course): number {
  const asking = severities.filter(({ after }) => CADENCES[after].executivesWithin !== null);
  return asking.length === 0 ? declaredAt : Math.min(...asking.map(({ changedAt }) => changedAt));
}

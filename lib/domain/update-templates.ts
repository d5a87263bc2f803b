import type { IncidentStatus } from "./incident";
import { toUtc } from "./time";

/** What a template's gaps are filled with. */
export type TemplateFacts = {
  /** What customers call the thing that is affected. */
  service: string;
  /** Since when it works again, in UTC milliseconds: for the last word. */
  wellSince: number;
  /** When the next update is due, where one is promised. */
  nextAt: number | undefined;
};

const TEMPLATES: Record<IncidentStatus, string> = {
  investigating: "We are investigating a problem with {{service}}. Some requests may fail.{{next}}",
  identified:
    "The cause of the problem with {{service}} has been identified. We are putting a fix in place.{{next}}",
  monitoring: "A fix is in place for {{service}}. We are watching the results.{{next}}",
  resolved:
    "{{Service}} has worked normally since {{time}}. We will publish a report within 48 hours.",
};

/** Words to start a public update from: what is affected, what is done, when next. */
export function updateTemplate(status: IncidentStatus, facts: TemplateFacts): string {
  const { service, wellSince, nextAt } = facts;
  const gaps: Record<string, string> = {
    service,
    Service: `${service.charAt(0).toUpperCase()}${service.slice(1)}`,
    time: clock(wellSince),
    next: nextAt === undefined ? "" : ` Next update by ${clock(nextAt)}.`,
  };
  return TEMPLATES[status].replace(/\{\{(\w+)\}\}/g, (gap, name: string) => gaps[name] ?? gap);
}

/** What customers call a service: its component's name, else its own without hyphens. */
export function publicName(service: string, component: string | undefined): string {
  return component ?? service.replace(/[-_.]+/g, " ");
}

const clock = (at: number) => `${toUtc(at).slice(11, 16)} UTC`;

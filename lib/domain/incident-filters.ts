import { SEVERITIES, type Severity } from "./incident";
import { isCalendarDay } from "./time";

export const INCIDENT_VIEWS = ["open", "resolved", "all"] as const;
export type IncidentView = (typeof INCIDENT_VIEWS)[number];

export const DRILL_CHOICES = ["hide", "only"] as const;
export type DrillChoice = (typeof DRILL_CHOICES)[number];

export type IncidentFilters = {
  view: IncidentView;
  severity?: Severity;
  status?: string;
  service?: string;
  commander?: string;
  /** Incidents in which the person who asks has a part. */
  role?: "me";
  drill?: DrillChoice;
  /** The first and the last calendar day, in UTC, on which it may have been declared. */
  from?: string;
  to?: string;
  text?: string;
  /** From 1. */
  page: number;
};

type Params = Record<string, string | string[] | undefined>;

const LONGEST = 200;
const LAST_PAGE = 100_000;

/** The filters that an address asks for. What makes no sense there counts as not asked for. */
export function parseIncidentFilters(params: Params): IncidentFilters {
  const read = (name: string) => {
    const given = params[name];
    const text = (Array.isArray(given) ? given[0] : given)?.trim().slice(0, LONGEST);
    return text === "" ? undefined : text;
  };
  const page = Number(read("page"));
  return {
    view: INCIDENT_VIEWS.find((view) => view === read("view")) ?? "open",
    severity: SEVERITIES.find((severity) => severity === read("severity")),
    status: read("status"),
    service: read("service"),
    commander: read("commander"),
    role: read("role") === "me" ? "me" : undefined,
    drill: DRILL_CHOICES.find((choice) => choice === read("drill")),
    from: dayOf(read("from")),
    to: dayOf(read("to")),
    text: read("text"),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The address's query for these filters, `?view=all&page=2`, without what goes without saying. */
export function incidentFilterQuery({ view, page, ...filters }: IncidentFilters): string {
  const query = new URLSearchParams();
  if (view !== "open") query.set("view", view);
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query}` : "";
}

const dayOf = (text: string | undefined) => (text && isCalendarDay(text) ? text : undefined);

/** True when the filters leave out some of the view's incidents. */
export function isNarrowed({ view: _view, page: _page, ...filters }: IncidentFilters): boolean {
  return Object.values(filters).some((filter) => filter !== undefined);
}

/** True when one of the filters is set that the form keeps folded away. */
export const isFineNarrowed = ({ role, drill, from, to }: IncidentFilters): boolean =>
  [role, drill, from, to].some((filter) => filter !== undefined);

import { SEVERITIES, type Severity } from "../incident";
import { SOURCE_KINDS, type SourceKind } from "./source";

/** Which alerts are listed: those that wait and go on, all that go on, those on incidents, the noise, or all. */
export const ALERT_TABS = ["waiting", "firing", "attached", "dropped", "all"] as const;
export type AlertTab = (typeof ALERT_TABS)[number];

export const ALERT_TAB_NAMES: Record<AlertTab, string> = {
  waiting: "Waiting",
  firing: "Firing",
  attached: "Attached",
  dropped: "Dropped",
  all: "All",
};

export type AlertFilters = {
  tab: AlertTab;
  source?: SourceKind | undefined;
  severity?: Severity | undefined;
  service?: string | undefined;
  text?: string | undefined;
  /** From 1. */
  page: number;
};

type Params = Record<string, string | string[] | undefined>;

const LONGEST = 200;

/** The filters that an address asks for. What makes no sense there counts as not asked for. */
export function readAlertFilters(params: Params): AlertFilters {
  const read = (name: string) => {
    const given = params[name];
    const text = (Array.isArray(given) ? given[0] : given)?.trim().slice(0, LONGEST);
    return text === "" ? undefined : text;
  };
  const page = read("page") ?? "";
  return {
    tab: ALERT_TABS.find((tab) => tab === read("tab")) ?? "waiting",
    source: SOURCE_KINDS.find((kind) => kind === read("source")),
    severity: SEVERITIES.find((severity) => severity === read("severity")),
    service: read("service"),
    text: read("text"),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The address of the list with these filters, without what goes without saying. */
export function alertsPath({
  tab = "waiting",
  page = 1,
  ...filters
}: Partial<AlertFilters>): string {
  const query = new URLSearchParams();
  if (tab !== "waiting") query.set("tab", tab);
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/alerts?${query}` : "/alerts";
}

/** True when the filters leave out some of the tab's alerts. */
export const isNarrowed = ({ source, severity, service, text }: AlertFilters): boolean =>
  [source, severity, service, text].some((filter) => filter !== undefined);

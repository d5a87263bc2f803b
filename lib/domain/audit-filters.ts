import { AUDIT_KINDS, type AuditKind } from "./audit";
import { isCalendarDay } from "./time";

/** Which entries of the audit record are listed. */
export type AuditFilters = {
  who: string;
  verb: string;
  object: string;
  from: string;
  kind: AuditKind | undefined;
  /** Calendar days in UTC, both of them included. */
  since: string;
  until: string;
  /** The list goes on below the entry of this number. */
  before: number | undefined;
};

type Params = Record<string, string | string[] | undefined>;

const LONGEST = 200;

export function readAuditFilters(params: Params): AuditFilters {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === "string" ? value.trim().slice(0, LONGEST) : "";
  };
  const day = (name: string) => (isCalendarDay(text(name)) ? text(name) : "");
  const before = text("before");
  return {
    ...{ who: text("who"), verb: text("verb"), object: text("object"), from: text("from") },
    kind: AUDIT_KINDS.find((kind) => kind === params.kind),
    ...{ since: day("since"), until: day("until") },
    before: /^[1-9]\d{0,14}$/.test(before) ? Number(before) : undefined,
  };
}

/** The address's query that stands for filters; those that let everything through are left out. */
export function auditQuery(filters: Partial<AuditFilters>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  return query.size > 0 ? `?${query}` : "";
}

/** True where some entries may be left out. */
export const isFiltered = ({ before: _, ...filters }: AuditFilters) => auditQuery(filters) !== "";

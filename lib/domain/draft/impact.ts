import type { Facts } from "./facts";
import { fact, field, grouped, isSaid, list, quoted, todo } from "./text";

type Value = string | number | boolean | string[] | null | undefined;
type Phrase = (value: string) => string;

export function impact({ record }: Facts): string[] {
  const { impact, signals, resolution } = record;
  const customers = resolution?.customer_impact;
  const path = "resolution.customer_impact";
  const facts = [
    said(`${path}.affected_users`, customers?.affected_users, (n) => `Users affected: ${n}`),
    said(
      "impact.affected_users_percentage",
      impact?.affected_users_percentage,
      (n) => `Share of users affected: ${n}%`,
    ),
    said(
      `${path}.failed_transactions`,
      customers?.failed_transactions,
      (n) => `Transactions failed: ${n}`,
    ),
    said(
      `${path}.revenue_impact_usd`,
      customers?.revenue_impact_usd,
      (n) => `Revenue impact: ${n} USD`,
    ),
    said(
      "impact.revenue_impact",
      impact?.revenue_impact,
      (word) => `Revenue impact, as rated: ${word}`,
    ),
    verdict(`${path}.data_loss`, customers?.data_loss, "Data was lost", "No data was lost"),
    said(
      "impact.affected_regions",
      impact?.affected_regions,
      (names) => `Regions affected: ${names}`,
    ),
    said("impact.degradation_type", impact?.degradation_type, (word) => `Degradation: ${word}`),
    verdict(
      "impact.customer_facing",
      impact?.customer_facing,
      "Customers faced it",
      "Customers did not face it",
    ),
    verdict(
      "impact.workaround_available",
      impact?.workaround_available,
      "There was a workaround",
      "There was no workaround",
    ),
    verdict(
      "impact.data_integrity_risk",
      impact?.data_integrity_risk,
      "The integrity of data was at risk",
      "The integrity of data was not at risk",
    ),
    verdict(
      "impact.security_breach",
      impact?.security_breach,
      "It was a security breach",
      "It was not a security breach",
    ),
    said(
      "signals.error_rate_percentage",
      signals?.error_rate_percentage,
      (n) => `Error rate: ${n}%`,
    ),
    said(
      "signals.latency_p99_ms",
      signals?.latency_p99_ms,
      (n) => `99th percentile of latency: ${n} ms`,
    ),
    said(
      "signals.affected_endpoints",
      signals?.affected_endpoints,
      (names) => `Endpoints affected: ${names}`,
    ),
    said(
      "signals.dependent_services",
      signals?.dependent_services,
      (names) => `Dependent services: ${names}`,
    ),
  ].flat();

  const isMissing = (value: Value) => value === null || value === undefined;
  const nobodyCounted =
    isMissing(customers?.affected_users) && isMissing(impact?.affected_users_percentage);
  const nothingCosted =
    isMissing(customers?.revenue_impact_usd) && isMissing(impact?.revenue_impact);
  return [
    ...list(facts),
    ...(nobodyCounted ? [todo("Say how many users were affected.")] : []),
    ...(nothingCosted ? [todo("Say what it cost.")] : []),
    ...(isMissing(customers?.data_loss) ? [todo("Say whether data was lost.")] : []),
  ];
}

function said(path: string, value: Value, phrase: Phrase): string[] {
  const text = textOf(value);
  return text === "" ? [] : [fact(phrase(text), field(path))];
}

function verdict(
  path: string,
  value: boolean | null | undefined,
  yes: string,
  no: string,
): string[] {
  return typeof value === "boolean" ? [fact(value ? yes : no, field(path))] : [];
}

function textOf(value: Value): string {
  if (typeof value === "number") return grouped(value);
  if (typeof value === "string") return quoted(value, 200);
  if (!Array.isArray(value)) return "";
  return value
    .filter(isSaid)
    .slice(0, 20)
    .map((name) => quoted(name, 100))
    .join(", ");
}

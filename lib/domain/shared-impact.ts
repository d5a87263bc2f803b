import type { IncidentRecord } from "./record";

/** What the incident did to its users, in sentences; what it cost only where money is shown. */
export function impactInWords(
  { impact = {}, resolution }: IncidentRecord,
  { showsMoney }: { showsMoney: boolean },
): string[] {
  const { affected_users_percentage: users, affected_regions: regions } = impact;
  const { degradation_type: degradation, workaround_available: workaround } = impact;
  const words = [
    impact.customer_facing === true && "Customers were affected",
    typeof users === "number" && `${users}% of users affected`,
    degradation && `Degradation: ${degradation}`,
    regions && regions.length > 0 && `Regions: ${regions.join(", ")}`,
    workaround === true && "A workaround was available",
    workaround === false && "No workaround was available",
    ...(showsMoney ? costInWords({ impact, resolution }) : []),
  ];
  return words.flatMap((sentence) => (sentence ? [sentence] : []));
}

function costInWords({ impact, resolution }: Pick<IncidentRecord, "impact" | "resolution">) {
  const amount = resolution?.customer_impact?.revenue_impact_usd;
  return [
    impact?.revenue_impact && `Impact on revenue: ${impact.revenue_impact}`,
    typeof amount === "number" && `Revenue affected: $${amount.toLocaleString("en-US")}`,
  ];
}

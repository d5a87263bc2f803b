import type { ReactNode } from "react";
import type { RecordImpact } from "@/lib/domain/record";
import { ChipList, FactList } from "./fact-list";
import { percent, word, yesNo } from "./fact-values";
import { RailCard } from "./rail-card";

type ImpactCardProps = { impact: RecordImpact | null; children?: ReactNode };

/** Who is hurt, and how. */
export function ImpactCard({ impact, children }: ImpactCardProps) {
  return (
    <RailCard title="Impact">
      <div id="impact">
        {impact ? (
          <ImpactFacts impact={impact} />
        ) : (
          <p className="text-muted-foreground">Not recorded.</p>
        )}
      </div>
      {children}
    </RailCard>
  );
}

function ImpactFacts({ impact }: { impact: RecordImpact }) {
  const regions = impact.affected_regions ?? [];
  return (
    <FactList
      facts={[
        { label: "Revenue impact", value: word(impact.revenue_impact) },
        { label: "Users affected", value: percent(impact.affected_users_percentage) },
        { label: "Degradation", value: word(impact.degradation_type) },
        { label: "Customer-facing", value: yesNo(impact.customer_facing) },
        { label: "Workaround", value: yesNo(impact.workaround_available) },
        { label: "Data integrity risk", value: yesNo(impact.data_integrity_risk) },
        { label: "Security breach", value: yesNo(impact.security_breach) },
        {
          label: "Regions",
          value: regions.length > 0 && <ChipList label="Affected regions" items={regions} />,
        },
      ]}
    />
  );
}

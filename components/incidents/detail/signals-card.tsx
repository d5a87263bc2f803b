import type { ReactNode } from "react";
import type { RecordSignals } from "@/lib/domain/record";
import { ChipList, FactList } from "./fact-list";
import { number, percent } from "./fact-values";
import { RailCard } from "./rail-card";

type SignalsCardProps = { signals: RecordSignals | null; children?: ReactNode };

/** What the monitoring measured. */
export function SignalsCard({ signals, children }: SignalsCardProps) {
  if (!signals) {
    return (
      <RailCard title="Signals">
        <p className="text-muted-foreground">Not recorded.</p>
        {children}
      </RailCard>
    );
  }
  const endpoints = signals.affected_endpoints ?? [];
  const latency = number(signals.latency_p99_ms);
  return (
    <RailCard title="Signals">
      <FactList
        facts={[
          { label: "Error rate", value: percent(signals.error_rate_percentage) },
          { label: "Latency p99", value: latency && `${latency} ms` },
          { label: "Alerts", value: number(signals.alert_count) },
          { label: "Customer reports", value: number(signals.customer_reports) },
        ]}
      />
      {endpoints.length > 0 && (
        <div className="mt-3 grid gap-1">
          <h3 className="text-[0.8125rem] text-muted-foreground">Affected endpoints</h3>
          <ChipList label="Affected endpoints" items={endpoints} />
        </div>
      )}
      {children}
    </RailCard>
  );
}

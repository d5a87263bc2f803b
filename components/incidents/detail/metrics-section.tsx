import type { FormAction } from "@/components/form/use-form";
import type { MilestoneView } from "@/db/queries/milestones";
import type { Metrics } from "@/lib/domain/metrics";
import { MetricList, type OtherMetrics } from "./metric-list";
import { MilestoneList } from "./milestone-list";
import { PhasesFigure, type PhasesView } from "./phases-figure";
import { Section } from "./section";

type MetricsSectionProps = {
  incident: { key: string; isOver: boolean };
  phases: PhasesView;
  metrics: Metrics;
  asComputed: OtherMetrics | undefined;
  milestones: MilestoneView[];
  pickAction: FormAction | undefined;
};

/** How it went: the phases to scale, and the numbers with what they are made of. */
export function MetricsSection(props: MetricsSectionProps) {
  const { incident, phases, metrics, asComputed, milestones, pickAction } = props;
  const wasReopened = !incident.isOver && milestones.some(isResolution);

  return (
    <Section id="metrics" title="Milestones and metrics">
      {phases.phases.length > 0 ? (
        <PhasesFigure view={phases} />
      ) : (
        <p className="text-muted-foreground">
          No phase has begun: the timeline has no detection, declaration or later event.
        </p>
      )}
      {wasReopened && (
        <p className="mt-3 text-[0.8125rem] text-warning">
          The incident is open again. What is measured to its resolution counts to the last one.
        </p>
      )}
      <div className="mt-4 grid gap-x-8 gap-y-4 border-t border-border pt-3 xl:grid-cols-2">
        <MetricList metrics={metrics} asComputed={asComputed} milestones={milestones} />
        <MilestoneList incidentKey={incident.key} milestones={milestones} pickAction={pickAction} />
      </div>
    </Section>
  );
}

const isResolution = ({ name, source }: MilestoneView) => name === "resolved" && source !== null;

import type { FormAction } from "@/components/form/use-form";
import type { Drawing } from "@/components/incidents/drawing/drawing";
import { IncidentDrawing } from "@/components/incidents/drawing/incident-drawing";
import type { MilestoneView } from "@/db/queries/milestones";
import type { Metrics } from "@/lib/domain/metrics";
import { MetricList, type OtherMetrics } from "./metric-list";
import { MilestoneList } from "./milestone-list";
import { Section } from "./section";

type MetricsSectionProps = {
  incident: { key: string; isOver: boolean };
  drawing: Drawing | undefined;
  metrics: Metrics;
  asComputed: OtherMetrics | undefined;
  milestones: MilestoneView[];
  pickAction: FormAction | undefined;
};

/** How it went: the whole of it to scale, and the numbers with what they are made of. */
export function MetricsSection(props: MetricsSectionProps) {
  const { incident, drawing, metrics, asComputed, milestones, pickAction } = props;
  const wasReopened = !incident.isOver && milestones.some(isResolution);

  return (
    <Section id="metrics" title="Milestones and metrics">
      {drawing && <IncidentDrawing drawing={drawing} />}
      {!drawing?.hasPhases && (
        <p className="mt-3 text-muted-foreground first:mt-0">
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

import type { ReactNode } from "react";
import type { FormAction } from "@/components/form/use-form";
import { RailCard } from "@/components/incidents/detail/rail-card";
import { Disclosure } from "@/components/ui/disclosure";
import type { Related } from "@/db/queries/related";
import { formatMinutes } from "@/lib/format";
import { DeploymentForm } from "./deployment-form";
import { DeploymentItem } from "./deployment-item";

type DeploymentsCardProps = {
  incidentKey: string;
  deployments: Related["deployments"];
  /** Left out where nothing can be added. */
  addAction: FormAction | undefined;
};

/** What was deployed, the nearest before the detection first; what came later may be a fix. */
export function DeploymentsCard({ incidentKey, deployments, addAction }: DeploymentsCardProps) {
  const { before, after, undated, reference, picked } = deployments;
  const isEmpty = before.length + after.length + undated.length === 0;
  const [nearest] = before;
  if (isEmpty && !addAction) return null;

  return (
    <RailCard title="Recent deployments" aside={nearest && <Nearest minutes={nearest.minutes} />}>
      <div id="deployments" className="grid scroll-mt-20 gap-3">
        {isEmpty && <p className="text-muted-foreground">None recorded.</p>}
        <List label={`Before the ${reference.word}`} isEmpty={before.length === 0}>
          {before.map((each) => (
            <DeploymentItem
              key={each.index}
              deployment={each}
              reference={reference}
              isStart={picked === `deployment:${each.index}`}
            />
          ))}
        </List>
        <List label={`Since the ${reference.word}`} isEmpty={after.length === 0}>
          {after.map((each) => (
            <DeploymentItem key={each.index} deployment={each} reference={reference} />
          ))}
        </List>
        <List label="Without a time" isEmpty={undated.length === 0}>
          {undated.map((each) => (
            <DeploymentItem key={each.index} deployment={each} reference={reference} />
          ))}
        </List>
        {addAction && (
          <Disclosure summary="Add a deployment">
            <DeploymentForm action={addAction} incidentKey={incidentKey} />
          </Disclosure>
        )}
      </div>
    </RailCard>
  );
}

function Nearest({ minutes }: { minutes: number }) {
  return (
    <span className="text-[0.8125rem] text-muted-foreground">{formatMinutes(minutes)} before</span>
  );
}

function List({
  label,
  isEmpty,
  children,
}: {
  label: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  if (isEmpty) return null;
  return (
    <div className="grid gap-1.5">
      <h3 className="text-[0.8125rem] text-muted-foreground">{label}</h3>
      <ol aria-label={label} className="grid gap-2">
        {children}
      </ol>
    </div>
  );
}

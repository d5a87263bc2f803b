import type { FormAction } from "@/components/form/use-form";
import type { Related } from "@/db/queries/related";
import { DeploymentsCard } from "./deployments-card";
import { EarlierCard } from "./earlier-card";
import { RelatedCard } from "./related-card";

export type RelatedActions = {
  link: FormAction;
  unlink: FormAction;
  merge: FormAction;
  addDeployment: FormAction;
};

type RelatedCardsProps = {
  incidentKey: string;
  related: Related;
  /** Left out for those who may not change it. */
  actions: RelatedActions | undefined;
};

/** What may explain an incident: deployments, earlier incidents, and those that people linked. */
export function RelatedCards({ incidentKey, related, actions }: RelatedCardsProps) {
  const isMerged = related.merge !== undefined;
  return (
    <>
      <DeploymentsCard
        incidentKey={incidentKey}
        deployments={related.deployments}
        addAction={isMerged ? undefined : actions?.addDeployment}
      />
      <EarlierCard incidents={related.earlier} />
      <RelatedCard incidentKey={incidentKey} related={related} actions={actions} />
    </>
  );
}

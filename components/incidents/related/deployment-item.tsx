import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import type { DatedDeployment, Deployment, Reference } from "@/lib/domain/deployments";
import { formatMinutes } from "@/lib/format";

type DeploymentItemProps = {
  deployment: Deployment | DatedDeployment;
  reference: Reference;
  /** True where the incident's start is measured at it. */
  isStart?: boolean;
};

/** A deployment: how near it was, and whether its service is an affected one. */
export function DeploymentItem({ deployment, reference, isStart }: DeploymentItemProps) {
  const { service, version, changes, isAffected } = deployment;
  const at = "at" in deployment ? deployment.at : undefined;
  const name = [service, version].filter(Boolean).join(" ") || "Unnamed";
  const canBeStart = at !== undefined && at < reference.at && reference.word === "detection";
  return (
    <li className="grid gap-0.5 rounded-md bg-muted px-2.5 py-2 text-[0.8125rem] leading-5">
      <p className="flex flex-wrap items-center gap-x-2 font-medium">
        <span className="wrap-anywhere">{name}</span>
        {isAffected && <Badge variant="info">Affected service</Badge>}
        {isStart && <Badge variant="info">Picked as the start</Badge>}
      </p>
      {"at" in deployment && (
        <p>
          {distance(deployment, reference)}{" "}
          <Time at={deployment.at} className="text-muted-foreground" />
        </p>
      )}
      {changes && <p className="whitespace-pre-wrap wrap-anywhere">{changes}</p>}
      {isAffected === false && (
        <p className="text-muted-foreground">
          The deployed service is not among the affected ones.
        </p>
      )}
      {canBeStart && !isStart && (
        <p>
          <a
            href="#milestone-started"
            className="touch-target inline-block min-h-6 content-center text-link hover:underline"
          >
            Measure the start at it<span className="sr-only">: {name}</span>
          </a>
        </p>
      )}
    </li>
  );
}

function distance({ at, minutes }: DatedDeployment, reference: Reference): string {
  if (at === reference.at) return `At the ${reference.word}`;
  return `${formatMinutes(minutes)} ${at < reference.at ? "before" : "after"} ${reference.word}`;
}

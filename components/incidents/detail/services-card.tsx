import type { RecordContext, RecordDeployment } from "@/lib/domain/record";
import { parseTime } from "@/lib/domain/time";
import { Time } from "@/components/time";
import { ChipList } from "./fact-list";
import { RailCard } from "./rail-card";

type ServicesCardProps = {
  service: string | null;
  affected: string[];
  dependent: string[];
  context: RecordContext | null;
};

/** The services in three lists that need not agree, and what was deployed before. */
export function ServicesCard({ service, affected, dependent, context }: ServicesCardProps) {
  const deployments = context?.recent_deployments ?? [];
  const deployed = [...new Set(deployments.flatMap((each) => each.service ?? []))];
  const lists = [
    { title: "Named as affected", items: [...(service ? [service] : []), ...affected] },
    { title: "Dependent, by the signals", items: dependent },
    { title: "Deployed before", items: deployed },
  ];

  return (
    <RailCard title="Services and deployments">
      <div className="grid gap-3">
        {lists.map(({ title, items }) => (
          <div key={title} className="grid gap-1">
            <h3 className="text-[0.8125rem] text-muted-foreground">{title}</h3>
            {items.length > 0 ? <ChipList label={title} items={items} /> : <p>None recorded.</p>}
          </div>
        ))}
        {deployments.length > 0 && (
          <div id="deployments" className="grid scroll-mt-20 gap-1 target:bg-info-surface">
            <h3 className="text-[0.8125rem] text-muted-foreground">Recent deployments</h3>
            <ul className="grid gap-2">
              {deployments.map((deployment, index) => (
                <Deployment key={index} deployment={deployment} />
              ))}
            </ul>
          </div>
        )}
      </div>
    </RailCard>
  );
}

function Deployment({ deployment }: { deployment: RecordDeployment }) {
  const { service, version, changes, deployed_at: text } = deployment;
  const at = text ? parseTime(text) : undefined;
  return (
    <li className="rounded-md bg-muted px-2.5 py-2 text-[0.8125rem] leading-5">
      <p className="font-medium">{[service, version].filter(Boolean).join(" ") || "Unnamed"}</p>
      {changes && <p className="wrap-anywhere">{changes}</p>}
      {at !== undefined && <Time at={at} className="text-muted-foreground" />}
    </li>
  );
}

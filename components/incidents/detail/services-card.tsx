import type { ReactNode } from "react";
import type { RecordContext } from "@/lib/domain/record";
import { ChipList } from "./fact-list";
import { RailCard } from "./rail-card";

type ServicesCardProps = {
  service: string | null;
  affected: string[];
  dependent: string[];
  context: RecordContext | null;
  children?: ReactNode;
};

/** The services in three lists that need not agree. */
export function ServicesCard(props: ServicesCardProps) {
  const { service, affected, dependent, context, children } = props;
  const deployments = context?.recent_deployments ?? [];
  const deployed = [...new Set(deployments.flatMap((each) => each.service ?? []))];
  const lists = [
    { title: "Named as affected", items: [...(service ? [service] : []), ...affected] },
    { title: "Dependent, by the signals", items: dependent },
    { title: "Deployed before", items: deployed },
  ];

  return (
    <RailCard title="Services">
      <div className="grid gap-3">
        {lists.map(({ title, items }) => (
          <div key={title} className="grid gap-1">
            <h3 className="text-[0.8125rem] text-muted-foreground">{title}</h3>
            {items.length > 0 ? <ChipList label={title} items={items} /> : <p>None recorded.</p>}
          </div>
        ))}
      </div>
      {children}
    </RailCard>
  );
}

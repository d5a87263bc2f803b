import { RailCard } from "@/components/incidents/detail/rail-card";
import { Time } from "@/components/time";
import { Disclosure } from "@/components/ui/disclosure";
import type { EarlierIncident } from "@/db/queries/earlier-incidents";
import { formatMinutes } from "@/lib/format";
import { IncidentLine } from "./incident-line";
import { itemsText, reasonsText } from "./earlier-words";

const SHOWN_AT_ONCE = 3;

/** Incidents of before that may tell what this one is: why each is shown, and what came of it. */
export function EarlierCard({ incidents }: { incidents: EarlierIncident[] }) {
  const more = incidents.slice(SHOWN_AT_ONCE);
  if (incidents.length === 0) return null;
  return (
    <RailCard title="Earlier incidents like this">
      <List incidents={incidents.slice(0, SHOWN_AT_ONCE)} />
      {more.length > 0 && (
        <Disclosure summary={`${more.length} more`} className="mt-2">
          <List incidents={more} />
        </Disclosure>
      )}
    </RailCard>
  );
}

function List({ incidents }: { incidents: EarlierIncident[] }) {
  return (
    <ul className="grid gap-3 text-[0.8125rem] leading-5">
      {incidents.map((incident) => (
        <li key={incident.id} className="grid gap-0.5">
          <IncidentLine incident={incident} />
          <p className="wrap-anywhere">{reasonsText(incident.reasons)}</p>
          <p className="text-muted-foreground">
            <Time at={incident.declaredAt} />
            <Ending incident={incident} />
          </p>
          {incident.rootCause && (
            <p className="line-clamp-3 wrap-anywhere">
              <span className="text-muted-foreground">Cause:</span> {incident.rootCause}
            </p>
          )}
          <Items items={incident.items} />
        </li>
      ))}
    </ul>
  );
}

function Ending({ incident }: { incident: EarlierIncident }) {
  const { isOver, declaredAt, resolvedAt } = incident;
  if (!isOver) return <>, still open</>;
  if (resolvedAt === null) return null;
  return <>, took {formatMinutes(Math.round((resolvedAt - declaredAt) / 60_000))}</>;
}

function Items({ items }: { items: EarlierIncident["items"] }) {
  if (items.total === 0) return null;
  return (
    <p className={items.open > 0 ? "text-warning" : "text-muted-foreground"}>{itemsText(items)}</p>
  );
}

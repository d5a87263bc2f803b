import type { ReactNode } from "react";
import {
  isActive,
  isMaintenance,
  touchedBy,
  type Site,
  type SiteEntry,
  type SiteIncident,
  type SiteMaintenance,
} from "@/lib/domain/site";
import { minutesBetween } from "@/lib/domain/time";
import { formatMinutes } from "@/lib/format";
import { pageTo, pathTo } from "./paths";
import { When } from "./when";

type EntryFactsProps = { site: Site; entry: SiteEntry; now: number };

/** What an incident or maintenance touches, from when to when, and when more will be said. */
export function EntryFacts({ site, entry, now }: EntryFactsProps) {
  const touched = touchedBy(entry);
  const components = site.components.filter(({ id }) => touched.includes(id));
  return (
    <dl>
      {components.length > 0 && (
        <Fact term="Affects">
          {components.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <a href={pageTo(site, `components/${id}`)}>{name}</a>
            </span>
          ))}
        </Fact>
      )}
      {isMaintenance(entry) ? (
        <Planned site={site} maintenance={entry} />
      ) : (
        <Lasting site={site} incident={entry} now={now} />
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt> <dd>{children}</dd>
    </div>
  );
}

function Planned({ site, maintenance }: { site: Site; maintenance: SiteMaintenance }) {
  const { id, scheduledFor, scheduledUntil, cancelledAt, resolvedAt } = maintenance;
  const { zone } = site.page;
  const isOver = cancelledAt !== null || resolvedAt !== null;
  return (
    <>
      <Fact term="Planned">
        <When at={scheduledFor} zone={zone} /> to{" "}
        <When at={scheduledUntil} zone={zone} near={scheduledFor} />,{" "}
        {formatMinutes(minutesBetween(scheduledFor, scheduledUntil))}
      </Fact>
      {cancelledAt !== null && (
        <Fact term="Cancelled">
          <When at={cancelledAt} zone={zone} />
        </Fact>
      )}
      {cancelledAt === null && resolvedAt !== null && (
        <Fact term="Completed">
          <When at={resolvedAt} zone={zone} />
        </Fact>
      )}
      {!isOver && (
        <Fact term="Calendar">
          <a href={pathTo(site, `incidents/${id}.ics`)}>Add to calendar</a>
        </Fact>
      )}
    </>
  );
}

function Lasting({ site, incident, now }: { site: Site; incident: SiteIncident; now: number }) {
  const { startedAt, resolvedAt, updates } = incident;
  const { zone } = site.page;
  const due = isActive(incident) ? (updates[0]?.nextUpdateDueAt ?? null) : null;
  return (
    <>
      {resolvedAt === null ? (
        <Fact term="Since">
          <When at={startedAt} zone={zone} />
        </Fact>
      ) : (
        <Fact term="Lasted">
          <When at={startedAt} zone={zone} /> to{" "}
          <When at={resolvedAt} zone={zone} near={startedAt} />,{" "}
          {formatMinutes(minutesBetween(startedAt, resolvedAt))}
        </Fact>
      )}
      {due !== null && (
        <Fact term={due < now ? "Next update was due" : "Next update due"}>
          <strong>
            <When at={due} zone={zone} near={now} />
          </strong>
        </Fact>
      )}
    </>
  );
}

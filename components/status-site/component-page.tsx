import { COMPONENT_STATUS_LABELS } from "@/lib/domain/component";
import { touchedBy, type SiteComponent } from "@/lib/domain/site";
import { uptimeOver } from "@/lib/domain/uptime";
import { Document } from "./document";
import type { PageProps } from "./home-page";
import { pathTo } from "./paths";
import { Shape } from "./shapes";
import { Stale } from "./stale";
import { UptimeStrip } from "./uptime-strip";
import { When } from "./when";

const DAYS = 90;

/** One component: how it is, how it was, and what it was part of. */
export function ComponentPage(props: PageProps & { component: SiteComponent }) {
  const { site, component, now, staleSince } = props;
  const { id, name, description, status } = component;
  const entries = [...site.incidents, ...site.maintenances].filter((entry) =>
    touchedBy(entry).includes(id),
  );
  return (
    <Document
      site={site}
      path={`components/${id}`}
      title={`${name}: ${COMPONENT_STATUS_LABELS[status]} – ${site.page.name}`}
      summary={description ?? name}
    >
      <Stale since={staleSince} zone={site.page.zone} />
      <h1>{name}</h1>
      <p className={`state ${status}`}>
        <Shape of={status} /> {COMPONENT_STATUS_LABELS[status]}
      </p>
      {description !== null && <p className="description">{description}</p>}
      {component.isShowcased && (
        <UptimeStrip uptime={uptimeOver(component, now, DAYS)} name={name} />
      )}
      <h2>Incidents and maintenance</h2>
      {entries.length === 0 && <p className="quiet">None reported.</p>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <a href={pathTo(site, `incidents/${entry.id}`)}>{entry.title}</a>,{" "}
            <When at={entry.startedAt} zone={site.page.zone} />
          </li>
        ))}
      </ul>
      <p>
        <a href={pathTo(site, `components/${id}/updates.atom`)}>Feed of this component</a>
      </p>
    </Document>
  );
}

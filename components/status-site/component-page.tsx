import { COMPONENT_STATUS_LABELS } from "@/lib/domain/component";
import { touchedBy, type SiteComponent } from "@/lib/domain/site";
import { uptimeOver } from "@/lib/domain/uptime";
import { Document } from "./document";
import type { PageProps } from "./home-page";
import { pageTo, pathTo } from "./paths";
import { Shape } from "./shapes";
import { Stale } from "./stale";
import { UptimeStrip } from "./uptime-strip";
import { When } from "./when";
import { pictureOf, standingOf } from "./words";

const DAYS = 90;

/** One component, or a group of them: how it is, how it was, and what it was part of. */
export function ComponentPage(props: PageProps & { component: SiteComponent }) {
  const { site, component, now, staleSince } = props;
  const { id, name, description, status, isGroup } = component;
  const group = site.components.find((other) => other.id === component.groupId);
  const members = site.components.filter(({ groupId }) => groupId === id);
  return (
    <Document
      site={site}
      path={`components/${id}`}
      title={`${name}: ${COMPONENT_STATUS_LABELS[status]} – ${site.page.name}`}
      summary={description ?? `${name}: ${COMPONENT_STATUS_LABELS[status]}`}
      alternates={[
        { ending: "/updates.atom", type: "application/atom+xml", title: `${name}: updates` },
      ]}
    >
      <Stale since={staleSince} zone={site.page.zone} />
      <h1>{name}</h1>
      <p className={`state ${status}`}>
        <Shape of={status} /> {COMPONENT_STATUS_LABELS[status]}
      </p>
      {group && (
        <p className="quiet">
          Part of <a href={pageTo(site, `components/${group.id}`)}>{group.name}</a>
        </p>
      )}
      {description !== null && <p className="description">{description}</p>}
      {isGroup ? (
        <ul className="past">
          {members.map((member) => (
            <li key={member.id} className="component">
              <a href={pageTo(site, `components/${member.id}`)}>{member.name}</a>
              <p className={`state ${member.status}`}>
                <Shape of={member.status} /> {COMPONENT_STATUS_LABELS[member.status]}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <UptimeStrip
          id={id}
          name={name}
          uptime={uptimeOver(component, staleSince ?? now, DAYS)}
          from={`${DAYS} days ago`}
          until="Today"
        />
      )}
      <Happenings {...props} ids={isGroup ? members.map((member) => member.id) : [id]} />
      <p className="elsewhere">
        <a href={pathTo(site, `components/${id}/updates.atom`)}>Feed of updates</a>
        <a href={pathTo(site, `components/${id}/history.rss`)}>RSS of incidents</a>
        {!isGroup && <a href={pathTo(site, `components/${id}/badge.svg`)}>Badge</a>}
        <a href={pageTo(site, "uptime")}>Uptime by month</a>
      </p>
    </Document>
  );
}

/** The incidents and maintenance that touched any of some components. */
function Happenings({ site, ids }: PageProps & { ids: string[] }) {
  const entries = [...site.incidents, ...site.maintenances]
    .filter((entry) => touchedBy(entry).some((id) => ids.includes(id)))
    .toSorted((a, b) => b.startedAt - a.startedAt);
  return (
    <>
      <h2>Incidents and maintenance</h2>
      {entries.length === 0 && <p className="quiet">None reported.</p>}
      <ul className="past">
        {entries.map((entry) => (
          <li key={entry.id}>
            <h3>
              <a href={pageTo(site, `incidents/${entry.id}`)}>{entry.title}</a>
            </h3>
            <p className="standing">
              <Shape of={pictureOf(entry)} /> {standingOf(entry)} ·{" "}
              <When at={entry.startedAt} zone={site.page.zone} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { ReactNode } from "react";
import type { Site } from "@/lib/domain/site";
import { ApiExamples } from "./api-examples";
import { Document } from "./document";
import { pathTo } from "./paths";
import { WebhookHelp } from "./webhook-help";

type Address = [path: string, says: ReactNode];

const STATUSPAGE: Address[] = [
  ["api/v2/summary.json", "Everything: components, open incidents, coming maintenance, verdict"],
  ["api/v2/status.json", "The verdict alone"],
  ["api/v2/components.json", "Components, groups among them"],
  ["api/v2/incidents.json", "The newest 50 incidents; older ones with ?page=2"],
  ["api/v2/incidents/unresolved.json", "Incidents that go on"],
  ["api/v2/incidents/resolved.json", "Incidents that are over"],
  ["api/v2/scheduled-maintenances.json", "The newest 50 maintenances; older ones with ?page=2"],
  ["api/v2/scheduled-maintenances/upcoming.json", "Maintenance that is planned"],
  ["api/v2/scheduled-maintenances/active.json", "Maintenance that goes on"],
];

const OWN: Address[] = [
  [
    "api/v3/summary.json",
    "Everything that is the case, with uptime, and since when it is not up to date",
  ],
  ["api/v3/incidents.json", "All incidents; follow next until it is null"],
  ["api/v3/maintenances.json", "All maintenance, likewise"],
  ["api/v3/openapi.json", "The description of all of it, as OpenAPI 3.1"],
];

const FEEDS: Address[] = [
  ["history.atom", "An entry for each incident and maintenance, as Atom"],
  ["history.rss", "The same as RSS, with maintenanceEndDate"],
  ["updates.atom", "An entry for each update, so that your reader tells you of every one"],
  ["updates.rss", "The same as RSS"],
  ["history.atom?kind=incident", "Incidents alone; every feed of the page knows kind"],
  ["history.atom?kind=maintenance", "Maintenance alone"],
  ["maintenance.ics", "Maintenance for your calendar"],
];

const OF_COMPONENTS: Address[] = [
  [
    "components/ID/updates.atom",
    "An entry for each update of what touched it, as Atom; with .rss as RSS",
  ],
  [
    "components/ID/history.atom",
    "An entry for each incident and maintenance that touched it; likewise",
  ],
  ["components/ID/badge.svg", "Its state as a picture; also badge-light.svg and badge-dark.svg"],
  ["api/v3/components/ID/uptime.json", "Its last 90 days; groups have none"],
];

/** How programs read the page, for people. */
export function ApiPage({ site }: { site: Site }) {
  const { id, name, url } = site.page;
  return (
    <Document
      site={site}
      path="api"
      title={`API and feeds – ${name}`}
      summary={`How programs read the state of ${name}.`}
    >
      <h1>API and feeds</h1>
      <p>
        Everything that this page says can be read by programs, without a key and from any website.
        Answers are as new as the page and bear an ETag: send it back as If-None-Match, and what has
        not changed is answered with 304. While only the last known state can be told, the header
        X-Stale-Since says from when it is. Asking every 30 seconds is fine. Addresses begin with{" "}
        <code>{url}</code>.
      </p>

      <h2 id="statuspage">Statuspage’s API, version 2</h2>
      <p>
        Clients that are made for Atlassian Statuspage read this page unchanged: give them its
        address. Its id is <code>{id}</code>.
      </p>
      <Addresses site={site} of={STATUSPAGE} />

      <h2 id="own">Our own API, version 3</h2>
      <p>
        With the address of every update, corrections, when the next update is due, and uptime by
        day.
      </p>
      <Addresses site={site} of={OWN} />

      <h2 id="feeds">Feeds and calendars</h2>
      <Addresses site={site} of={FEEDS} />

      <h2 id="entries">Each incident and maintenance</h2>
      <p>
        The address of an incident or maintenance stays for good. With <code>.json</code>,{" "}
        <code>.md</code>, <code>.atom</code> or <code>.rss</code> at its end it is there as JSON, as
        Markdown and as a feed of its updates; of maintenance there is also <code>.ics</code>.
      </p>

      <WebhookHelp site={site} />
      <ApiExamples site={site} />
      <ComponentAddresses site={site} />
    </Document>
  );
}

function Addresses({ site, of }: { site: Site; of: Address[] }) {
  return (
    <dl className="api">
      {of.map(([path, says]) => (
        <div key={path}>
          <dt>
            <a href={pathTo(site, path)}>
              <code>/{path}</code>
            </a>
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What each component has, once; and the ids of all, of which there may be hundreds. */
function ComponentAddresses({ site }: { site: Site }) {
  if (site.components.length === 0) return null;
  return (
    <>
      <h2 id="components">Each component</h2>
      <dl className="api">
        {OF_COMPONENTS.map(([path, says]) => (
          <div key={path}>
            <dt>
              <code>/{path}</code>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p>ID is one of these:</p>
      <ul className="ids">
        {site.components.map(({ id, name }) => (
          <li key={id}>
            <code>{id}</code> <a href={pathTo(site, `components/${id}`)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

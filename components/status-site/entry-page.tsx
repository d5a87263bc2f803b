import { isMaintenance, touchedBy, type SiteEntry } from "@/lib/domain/site";
import { Document } from "./document";
import type { PageProps } from "./home-page";
import { pathTo } from "./paths";
import { Shape } from "./shapes";
import { Stale } from "./stale";
import { UpdateList } from "./updates";
import { When } from "./when";
import { ENTRY_WORDS, IMPACT_WORDS } from "./words";

/** The permanent page of an incident or of maintenance. */
export function EntryPage({ site, entry, staleSince }: PageProps & { entry: SiteEntry }) {
  const { id, title, status, impact, updates, startedAt, resolvedAt } = entry;
  const { zone } = site.page;
  const touched = touchedBy(entry);
  const names = site.components.filter((one) => touched.includes(one.id)).map(({ name }) => name);
  const from = isMaintenance(entry) ? entry.scheduledFor : startedAt;
  const until = isMaintenance(entry) ? entry.scheduledUntil : resolvedAt;
  return (
    <Document
      site={site}
      path={`incidents/${id}`}
      title={`[${ENTRY_WORDS[status]}] ${title} – ${site.page.name}`}
      summary={updates[0]?.body.slice(0, 200) ?? title}
      picture={impact}
      alternates={[
        { ending: ".json", type: "application/json", title: "JSON" },
        { ending: ".md", type: "text/markdown", title: "Markdown" },
        { ending: ".atom", type: "application/atom+xml", title: "Updates" },
        { ending: ".ics", type: "text/calendar", title: "Calendar" },
      ]}
    >
      <Stale since={staleSince} zone={zone} />
      <h1>{title}</h1>
      <p className="facts">
        <Shape of={impact} /> {ENTRY_WORDS[status]} · {IMPACT_WORDS[impact]}
        {names.length > 0 && ` · ${names.join(", ")}`}
      </p>
      <dl>
        <div>
          <dt>{isMaintenance(entry) ? "Planned from" : "Began"}</dt>
          <dd>
            <When at={from} zone={zone} />
          </dd>
        </div>
        {until !== null && (
          <div>
            <dt>{isMaintenance(entry) ? "Planned until" : "Resolved"}</dt>
            <dd>
              <When at={until} zone={zone} />, after {lasted(until - from)}
            </dd>
          </div>
        )}
      </dl>
      <h2>Updates</h2>
      <UpdateList site={site} updates={updates} />
      <p>
        <a href={pathTo(site)}>Current state</a> ·{" "}
        <a href={pathTo(site, `incidents/${id}.atom`)}>Feed of updates</a> ·{" "}
        <a href={pathTo(site, `incidents/${id}.json`)}>JSON</a> ·{" "}
        <a href={pathTo(site, `incidents/${id}.md`)}>Markdown</a>
      </p>
    </Document>
  );
}

function lasted(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor((minutes % 1440) / 60),
    minutes % 60,
  ];
  return [days > 0 && `${days} d`, hours > 0 && `${hours} h`, `${rest} min`]
    .filter(Boolean)
    .join(" ");
}

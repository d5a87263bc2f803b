import { changedAt, goesOn, type Site, type SiteEntry } from "@/lib/domain/site";
import { alternatesOf } from "@/lib/status-page/alternates";
import { Document } from "./document";
import { EntryFacts } from "./entry-facts";
import type { PageProps } from "./home-page";
import { pageTo, pathTo } from "./paths";
import { Report } from "./report-text";
import { Shape } from "./shapes";
import { Stale } from "./stale";
import { structuredOf } from "./structured";
import { ChangeWords, UpdateList } from "./updates";
import { When } from "./when";
import { pictureOf, standingOf, wordOf } from "./words";

const PREVIEW = 200; // characters

/** The permanent page of an incident or of maintenance. */
export function EntryPage({ site, entry, now, staleSince }: PageProps & { entry: SiteEntry }) {
  const { id, title, impact, updates, report } = entry;
  const alternates = alternatesOf(entry);
  const updated = new Date(changedAt(entry)).toISOString();
  return (
    <Document
      site={site}
      path={`incidents/${id}`}
      title={`[${wordOf(entry)}] ${title} – ${site.page.name}`}
      summary={`${standingOf(entry)}. ${updates[0]?.body ?? ""}`.slice(0, PREVIEW)}
      picture={pictureOf(entry)}
      alternates={alternates}
      structured={structuredOf(site, entry)}
      {...(goesOn(entry) && { live: { path: `incidents/${id}.json`, at: updated } })}
    >
      <Stale since={staleSince} zone={site.page.zone} />
      <h1>{title}</h1>
      <p className="standing">
        <Shape of={pictureOf(entry)} /> {standingOf(entry)}
      </p>
      <EntryFacts site={site} entry={entry} now={now} />
      <h2>Updates</h2>
      <UpdateList site={site} entry={entry} updates={updates} withAnchors />
      <ComponentTimeline site={site} entry={entry} />
      {report && <Report site={site} report={report} />}
      <p className="elsewhere">
        <a href={pageTo(site)}>Current state</a>
        {alternates.map(({ ending, title: name }) => (
          <a key={ending} href={pathTo(site, `incidents/${id}${ending}`)}>
            {name}
          </a>
        ))}
      </p>
    </Document>
  );
}

/** When which component was set to what, the oldest first. */
function ComponentTimeline({ site, entry }: { site: Site; entry: SiteEntry }) {
  const changes = entry.updates
    .toReversed()
    .flatMap(({ at, changes: set }) => set.map((change) => ({ at, change })))
    .filter(({ change }) => change.before !== change.after);
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Components over time</h2>
      <ol className="timeline">
        {changes.map(({ at, change }) => (
          <li key={`${at} ${change.componentId}`}>
            <Shape of={change.after} /> <When at={at} zone={site.page.zone} />{" "}
            <ChangeWords site={site} change={change} />
          </li>
        ))}
      </ol>
    </section>
  );
}

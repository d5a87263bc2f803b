import { formatMonth } from "@/lib/domain/month";
import type { Site, SiteEntry } from "@/lib/domain/site";
import { Document } from "./document";
import { EntryFacts } from "./entry-facts";
import type { PageProps } from "./home-page";
import { Months } from "./months";
import { pageTo } from "./paths";
import { Shape } from "./shapes";
import { Stale } from "./stale";
import { pictureOf, standingOf } from "./words";

/** The months in UTC in which something was announced, the newest first, as `2024-01`. */
export function monthsOf({ incidents, maintenances }: Site): string[] {
  const months = [...incidents, ...maintenances].map((entry) => monthOf(entry));
  return [...new Set(months)].toSorted().toReversed();
}

const found = new WeakMap<SiteEntry, string>();

export function monthOf(entry: SiteEntry): string {
  const month = found.get(entry) ?? new Date(entry.startedAt).toISOString().slice(0, 7);
  found.set(entry, month);
  return month;
}

type HistoryPageProps = PageProps & { month: string | undefined };

/** What was announced in one month, with a way to all others. */
export function HistoryPage({ site, staleSince, now, month }: HistoryPageProps) {
  const months = monthsOf(site);
  const shown = month ?? months[0];
  const entries = [...site.incidents, ...site.maintenances]
    .filter((entry) => monthOf(entry) === shown)
    .toSorted((a, b) => b.startedAt - a.startedAt);
  const title = shown === undefined ? "History" : `History of ${formatMonth(shown)}`;
  return (
    <Document
      site={site}
      path={month === undefined ? "history" : `history/${month}`}
      title={`${month === undefined ? "History" : title} – ${site.page.name}`}
      summary={`Incidents and maintenance of ${site.page.name} by month.`}
    >
      <Stale since={staleSince} zone={site.page.zone} />
      <h1>{title}</h1>
      {entries.length === 0 && <p className="quiet">No incidents reported.</p>}
      <ul className="past">
        {entries.map((entry) => (
          <li key={entry.id}>
            <h2>
              <a href={pageTo(site, `incidents/${entry.id}`)}>{entry.title}</a>
            </h2>
            <p className="standing">
              <Shape of={pictureOf(entry)} /> {standingOf(entry)}
              {entry.report && " · with a report"}
            </p>
            <EntryFacts site={site} entry={entry} now={now} />
            <p className="body">{entry.updates[0]?.body}</p>
          </li>
        ))}
      </ul>
      <Months site={site} months={months} shown={shown} below="history" />
    </Document>
  );
}

import type { Site, SiteEntry } from "@/lib/domain/site";
import { Document } from "./document";
import type { PageProps } from "./home-page";
import { pathTo } from "./paths";
import { Stale } from "./stale";
import { When } from "./when";
import { ENTRY_WORDS, IMPACT_WORDS } from "./words";

/** The months in UTC in which something was announced, the newest first, as `2024-01`. */
export function monthsOf({ incidents, maintenances }: Site): string[] {
  const months = [...incidents, ...maintenances].map((entry) => monthOf(entry));
  return [...new Set(months)].toSorted().toReversed();
}

export const monthOf = ({ startedAt }: SiteEntry) => new Date(startedAt).toISOString().slice(0, 7);

/** What was announced in one month, with a way to all others. */
export function HistoryPage({
  site,
  staleSince,
  month,
}: PageProps & { month: string | undefined }) {
  const months = monthsOf(site);
  const shown = month ?? months[0];
  const entries = [...site.incidents, ...site.maintenances]
    .filter((entry) => monthOf(entry) === shown)
    .toSorted((a, b) => b.startedAt - a.startedAt);
  return (
    <Document
      site={site}
      path={month === undefined ? "history" : `history/${month}`}
      title={`${month === undefined ? "History" : `History of ${month}`} – ${site.page.name}`}
      summary="Incidents and maintenance by month."
    >
      <Stale since={staleSince} zone={site.page.zone} />
      <h1>History</h1>
      <h2>{shown ?? "Nothing yet"}</h2>
      {entries.length === 0 && <p className="quiet">No incidents reported.</p>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className="day">
            <h3>
              <a href={pathTo(site, `incidents/${entry.id}`)}>{entry.title}</a>
            </h3>
            <p className="facts">
              {ENTRY_WORDS[entry.status]} · {IMPACT_WORDS[entry.impact]} ·{" "}
              <When at={entry.startedAt} zone={site.page.zone} />
            </p>
          </li>
        ))}
      </ul>
      <h2>Months</h2>
      <ul>
        {months.map((one) => (
          <li key={one}>
            <a
              href={pathTo(site, `history/${one}`)}
              aria-current={one === shown ? "page" : undefined}
            >
              {one}
            </a>
          </li>
        ))}
      </ul>
    </Document>
  );
}

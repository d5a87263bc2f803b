import { isMaintenance, touchedBy, type Site, type SiteEntry } from "@/lib/domain/site";
import { pathTo } from "./paths";
import { Shape } from "./shapes";
import { Updates } from "./updates";
import { When } from "./when";
import { ENTRY_WORDS, IMPACT_WORDS } from "./words";

type EntryCardProps = { site: Site; entry: SiteEntry; now: number };

/** An incident that goes on, or maintenance, as the page leads with it. */
export function EntryCard({ site, entry, now }: EntryCardProps) {
  const { id, title, status, impact, updates } = entry;
  const touched = touchedBy(entry);
  const names = site.components.filter((one) => touched.includes(one.id)).map(({ name }) => name);
  const due = updates[0]?.nextUpdateDueAt ?? null;
  const { zone } = site.page;
  return (
    <article className={`entry ${impact}`} aria-labelledby={`e-${id}`}>
      <h2 id={`e-${id}`}>
        <a href={pathTo(site, `incidents/${id}`)}>{title}</a>
      </h2>
      <p className="facts">
        <Shape of={impact} /> {ENTRY_WORDS[status]} · {IMPACT_WORDS[impact]}
        {names.length > 0 && ` · ${names.join(", ")}`}
      </p>
      <dl>
        {isMaintenance(entry) ? (
          <div>
            <dt>From</dt>
            <dd>
              <When at={entry.scheduledFor} zone={zone} /> to{" "}
              <When at={entry.scheduledUntil} zone={zone} />{" "}
              <a href={pathTo(site, `incidents/${id}.ics`)}>Add to calendar</a>
            </dd>
          </div>
        ) : (
          <div>
            <dt>Since</dt>
            <dd>
              <When at={entry.startedAt} zone={zone} />
            </dd>
          </div>
        )}
        {due !== null && (
          <div>
            <dt>{due < now ? "Next update was due" : "Next update due"}</dt>
            <dd>
              <When at={due} zone={zone} show="time" />
            </dd>
          </div>
        )}
      </dl>
      <Updates site={site} entry={entry} />
    </article>
  );
}

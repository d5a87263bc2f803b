import type { Site, SiteEntry } from "@/lib/domain/site";
import { EntryFacts } from "./entry-facts";
import { pageTo } from "./paths";
import { Shape } from "./shapes";
import { Updates } from "./updates";
import { standingOf } from "./words";

type EntryCardProps = {
  site: Site;
  entry: SiteEntry;
  now: number;
  /** The heading's element: a level deeper within a section of its own. */
  as?: "h2" | "h3";
};

/** An incident that goes on, or maintenance, as the page leads with it. */
export function EntryCard({ site, entry, now, as: Heading = "h2" }: EntryCardProps) {
  const { id, title, impact } = entry;
  return (
    <article className={`entry ${impact}`} aria-labelledby={`e-${id}`}>
      <Heading id={`e-${id}`}>
        <a href={pageTo(site, `incidents/${id}`)}>{title}</a>
      </Heading>
      <p className="standing">
        <Shape of={impact} /> {standingOf(entry)}
      </p>
      <EntryFacts site={site} entry={entry} now={now} />
      <Updates site={site} entry={entry} />
    </article>
  );
}

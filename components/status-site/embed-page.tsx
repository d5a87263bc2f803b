import { rollUp } from "@/lib/domain/roll-up";
import { goesOn, isActive, isMaintenance, type Site, type SiteEntry } from "@/lib/domain/site";
import { STYLE_PATH } from "@/lib/status-page/style";
import type { PageProps } from "./home-page";
import { pathTo } from "./paths";
import { Shape } from "./shapes";
import { Stale } from "./stale";
import { When } from "./when";
import { pictureOf, standingOf } from "./words";

/** The verdict and what goes on, small enough for a frame within a page of another site. */
export function EmbedPage({ site, now, staleSince }: PageProps) {
  const { name, zone } = site.page;
  const entries = shownEntries(site);
  const { indicator, description } = rollUp(
    site.components.filter(({ isGroup }) => !isGroup),
    site.incidents.filter(isActive),
  );
  const isStale = staleSince !== undefined;
  const picture = isStale ? "stale" : indicator;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${description} – ${name}`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={pathTo(site, STYLE_PATH)} />
        <link rel="icon" type="image/svg+xml" href={pathTo(site, `images/icon-${picture}.svg`)} />
      </head>
      <body className="embed">
        <main className={`verdict ${picture}`}>
          <h1>
            <Shape of={picture} />{" "}
            <a href={pathTo(site)} target="_blank" rel="noopener">
              {name}: {isStale && "last known: "}
              {description}
            </a>
          </h1>
          <Stale since={staleSince} zone={zone} now={now} />
          {entries.length > 0 && (
            <ul>
              {entries.map((entry) => (
                <li key={entry.id}>
                  <Shape of={pictureOf(entry)} />{" "}
                  <a href={pathTo(site, `incidents/${entry.id}`)} target="_blank" rel="noopener">
                    {entry.title}
                  </a>
                  , {standingOf(entry)}
                </li>
              ))}
            </ul>
          )}
          <p className="facts">
            As of <When at={staleSince ?? now} zone={zone} near={now} />
          </p>
        </main>
      </body>
    </html>
  );
}

/** What goes on, without what is only planned. */
const shownEntries = ({ incidents, maintenances }: Site): SiteEntry[] =>
  [...incidents, ...maintenances].filter(
    (entry) => goesOn(entry) && !(isMaintenance(entry) && entry.status === "scheduled"),
  );

import { rollUp } from "@/lib/domain/roll-up";
import { goesOn, isActive, type Site } from "@/lib/domain/site";
import { pageOf } from "@/lib/status-page/v2-objects";
import { ComponentList, shownComponents } from "./component-list";
import { Document } from "./document";
import { EntryCard } from "./entry-card";
import { Legend } from "./legend";
import { PastDays } from "./past-days";
import { Verdict } from "./verdict";

export type PageProps = {
  site: Site;
  now: number;
  /** Since when nothing new is known, where the portal's data cannot be read. */
  staleSince: number | undefined;
};

/** How everything is, what goes on, what is planned, and what was. */
export function HomePage({ site: whole, now, staleSince }: PageProps) {
  const site = { ...whole, components: shownComponents(whole) };
  const active = site.incidents.filter(isActive);
  const asOf = staleSince ?? now;
  const { indicator, description } = rollUp(
    whole.components.filter(({ isGroup }) => !isGroup),
    active,
  );
  const isWell = indicator === "none" && staleSince === undefined;
  const words = staleSince === undefined ? description : `Last known: ${description}`;
  return (
    <Document
      site={site}
      path=""
      title={`${isWell ? "✓" : "⚠"} ${words} – ${site.page.name}`}
      summary={`${words}. Current and past incidents.`}
      picture={staleSince === undefined ? indicator : "stale"}
      live={{ path: "api/v2/status.json", at: pageOf(whole).updated_at }}
    >
      <Verdict
        site={site}
        indicator={indicator}
        words={description}
        now={now}
        staleSince={staleSince}
      />
      {site.page.about !== null && <p className="about">{site.page.about}</p>}
      {active.map((incident) => (
        <EntryCard key={incident.id} site={whole} entry={incident} now={now} />
      ))}
      <Maintenance site={whole} now={now} />
      {site.components.length > 0 && <ComponentList site={site} now={asOf} />}
      <PastDays site={whole} now={asOf} />
      <Legend />
    </Document>
  );
}

/** First what is being worked on, then what is planned, the soonest first. */
function Maintenance({ site, now }: { site: Site; now: number }) {
  const planned = site.maintenances
    .filter(goesOn)
    .toSorted((a, b) => a.scheduledFor - b.scheduledFor);
  if (planned.length === 0) return null;
  const isBegun = ({ status }: (typeof planned)[number]) => status !== "scheduled";
  return (
    <section aria-labelledby="maintenance">
      <h2 id="maintenance">Maintenance</h2>
      {[...planned.filter(isBegun), ...planned.filter((one) => !isBegun(one))].map((one) => (
        <EntryCard key={one.id} site={site} entry={one} now={now} as="h3" />
      ))}
    </section>
  );
}

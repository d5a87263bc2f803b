import { rollUp } from "@/lib/domain/roll-up";
import { isActive, type Site } from "@/lib/domain/site";
import { ComponentList, shownComponents } from "./component-list";
import { Document } from "./document";
import { EntryCard } from "./entry-card";
import { PastDays } from "./past-days";
import { Verdict } from "./verdict";

export type PageProps = {
  site: Site;
  now: number;
  /** Since when nothing new is known, where the portal's data cannot be read. */
  staleSince: number | undefined;
};

export function HomePage({ site: whole, now, staleSince }: PageProps) {
  const site = { ...whole, components: shownComponents(whole) };
  const active = site.incidents.filter(isActive);
  const planned = site.maintenances
    .filter(({ status, cancelledAt }) => status !== "completed" && cancelledAt === null)
    .toSorted((a, b) => a.scheduledFor - b.scheduledFor);
  const { indicator, description } = rollUp(
    whole.components.filter(({ isGroup }) => !isGroup),
    active,
  );
  return (
    <Document
      site={site}
      path=""
      title={`${indicator === "none" ? "✓" : "⚠"} ${description} – ${site.page.name}`}
      summary={`${description}. Current and past incidents.`}
      picture={indicator}
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
        <EntryCard key={incident.id} site={site} entry={incident} now={now} />
      ))}
      {planned.length > 0 && (
        <section aria-labelledby="maintenance">
          <h2 id="maintenance">Maintenance</h2>
          {planned.map((maintenance) => (
            <EntryCard key={maintenance.id} site={site} entry={maintenance} now={now} />
          ))}
        </section>
      )}
      {site.components.length > 0 && <ComponentList site={site} now={now} />}
      <PastDays site={site} now={now} />
    </Document>
  );
}

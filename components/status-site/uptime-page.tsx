import { formatMonth } from "@/lib/domain/month";
import type { Site, SiteComponent } from "@/lib/domain/site";
import { knownMonths, uptimeOfMonth } from "@/lib/domain/uptime";
import { Document } from "./document";
import type { PageProps } from "./home-page";
import { Months } from "./months";
import { pageTo } from "./paths";
import { Stale } from "./stale";
import { UptimeStrip } from "./uptime-strip";

const MONTHS = 36;
const COLUMNS = 6;

/** The months that have a page of uptime, the newest first. */
export const uptimeMonths = ({ components }: Site, now: number): string[] =>
  knownMonths(components, now, MONTHS);

const shownOf = ({ components }: Site) =>
  components.filter(({ isGroup, isShowcased }) => !isGroup && isShowcased);

/** The uptime of every component in the last months. */
export function UptimePage({ site, now, staleSince }: PageProps) {
  const asOf = staleSince ?? now;
  const months = uptimeMonths(site, asOf);
  const columns = months.slice(0, COLUMNS);
  return (
    <Document
      site={site}
      path="uptime"
      title={`Uptime – ${site.page.name}`}
      summary={`Uptime of ${site.page.name} by month.`}
    >
      <Stale since={staleSince} zone={site.page.zone} />
      <h1>Uptime</h1>
      {columns.length === 0 ? (
        <p className="quiet">Nothing is known yet.</p>
      ) : (
        <div role="group" aria-label="Uptime by month" tabIndex={0} className="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">Component</th>
                {columns.map((month) => (
                  <th key={month} scope="col">
                    <a href={pageTo(site, `uptime/${month}`)}>{formatMonth(month)}</a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shownOf(site).map((component) => (
                <tr key={component.id}>
                  <th scope="row">
                    <a href={pageTo(site, `components/${component.id}`)}>{component.name}</a>
                  </th>
                  {columns.map((month) => (
                    <td key={month}>{figureOf(component, month, asOf)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Method />
      <Months site={site} months={months} shown={undefined} below="uptime" />
    </Document>
  );
}

function figureOf(component: SiteComponent, month: string, now: number): string {
  const { percent } = uptimeOfMonth(component, month, now);
  return percent === undefined ? "no data" : `${percent.toFixed(2)} %`;
}

/** The days of one month, component by component. */
export function UptimeMonthPage({ site, now, staleSince, month }: PageProps & { month: string }) {
  const asOf = staleSince ?? now;
  const name = formatMonth(month);
  return (
    <Document
      site={site}
      path={`uptime/${month}`}
      title={`Uptime in ${name} – ${site.page.name}`}
      summary={`Uptime of ${site.page.name} in ${name}, day by day.`}
    >
      <Stale since={staleSince} zone={site.page.zone} />
      <h1>Uptime in {name}</h1>
      {shownOf(site).map((component) => {
        const uptime = uptimeOfMonth(component, month, asOf);
        return (
          <section key={component.id} aria-labelledby={`c-${component.id}`}>
            <h2 id={`c-${component.id}`}>
              <a href={pageTo(site, `components/${component.id}`)}>{component.name}</a>
            </h2>
            <UptimeStrip
              id={component.id}
              name={component.name}
              uptime={uptime}
              from={`1 ${name}`}
              until={`${uptime.days.length} ${name}`}
            />
          </section>
        );
      })}
      <Method />
      <Months site={site} months={uptimeMonths(site, asOf)} shown={month} below="uptime" />
    </Document>
  );
}

function Method() {
  return (
    <p className="quiet">
      Uptime is 100 − 100 × (0.3 × partial outage + major outage) / time, in UTC, never rounded up.
      Degraded performance and maintenance count nothing. The current month counts as far as it has
      passed, and time before anything was known of a component counts nothing.
    </p>
  );
}

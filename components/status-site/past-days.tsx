import { pastDays } from "@/lib/domain/past-days";
import { goesOn, type Site, type SiteEntry, type SiteMaintenance } from "@/lib/domain/site";
import { dayIn } from "@/lib/domain/working-days";
import { formatDate } from "@/lib/format";
import { pageTo } from "./paths";
import { UpdateList } from "./updates";

const DAYS = 15;

/** What happened in the last days of the page's zone, also where nothing did. */
export function PastDays({ site, now }: { site: Site; now: number }) {
  const worked = site.maintenances.flatMap((one) => (hasHappened(one) ? [asWorked(one)] : []));
  const days = pastDays<SiteEntry>([...site.incidents, ...worked], {
    now,
    count: DAYS,
    dayOf: (at) => dayIn(site.page.zone, at),
  });
  return (
    <section aria-labelledby="past">
      <h2 id="past">Past {DAYS} days</h2>
      {days.map(({ day, incidents }) => (
        <div className="day" key={day}>
          <h3>
            <time dateTime={day}>{formatDate(day)}</time>
          </h3>
          {incidents.length === 0 && <p className="quiet">No incidents reported.</p>}
          {incidents.map((entry) => (
            <div key={entry.id}>
              <h4>
                <a href={pageTo(site, `incidents/${entry.id}`)}>{entry.title}</a>
              </h4>
              <OfDay site={site} entry={entry} />
            </div>
          ))}
        </div>
      ))}
      <p className="elsewhere">
        <a href={pageTo(site, "history")}>All incidents by month</a>
        <a href={pageTo(site, "uptime")}>Uptime by month</a>
      </p>
    </section>
  );
}

/** What was said of it on one day; what goes on is above in full. */
function OfDay({ site, entry }: { site: Site; entry: SiteEntry }) {
  const { updates } = entry;
  const [first] = updates;
  if (goesOn(entry)) return <p className="quiet">It goes on: its updates are above.</p>;
  if (!first) return <p className="quiet">It went on.</p>;
  return <UpdateList site={site} entry={entry} updates={updates} near={first.at} />;
}

const hasHappened = ({ status, cancelledAt }: SiteMaintenance) =>
  status === "completed" || cancelledAt !== null;

/** Maintenance on the days on which it was done or called off, not on those on which it was announced. */
function asWorked(maintenance: SiteMaintenance): SiteMaintenance {
  const { cancelledAt, scheduledFor, updates } = maintenance;
  const startedAt = cancelledAt ?? updates.findLast(isWork)?.at ?? scheduledFor;
  return {
    ...maintenance,
    startedAt,
    resolvedAt: cancelledAt ?? maintenance.resolvedAt,
    updates: updates.filter((update) => isWork(update) || update.at >= startedAt),
  };
}

const isWork = ({ status }: { status: string }) => status !== "scheduled";

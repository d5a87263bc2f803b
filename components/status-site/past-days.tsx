import { publicDays } from "@/lib/domain/public-days";
import type { Site } from "@/lib/domain/site";
import { pathTo } from "./paths";
import { UpdateList } from "./updates";

const DAYS = 15;

/** What happened in the last days, also where nothing did. */
export function PastDays({ site, now }: { site: Site; now: number }) {
  const happenings = [
    ...site.incidents,
    ...site.maintenances.filter(({ status }) => status === "completed"),
  ];
  const days = publicDays(
    happenings.map((entry) => ({ ...entry, resolvedAt: entry.resolvedAt ?? undefined })),
    now,
    DAYS,
  );
  return (
    <section aria-labelledby="past">
      <h2 id="past">Past {DAYS} days</h2>
      {days.map(({ at, incidents }) => {
        const day = new Date(at).toISOString().slice(0, 10);
        return (
          <div className="day" key={day}>
            <h3>
              <time dateTime={day}>{dayInWords(day)}</time>
            </h3>
            {incidents.length === 0 && <p className="quiet">No incidents reported.</p>}
            {incidents.map(({ id, title, updates }) => (
              <div key={id}>
                <h4>
                  <a href={pathTo(site, `incidents/${id}`)}>{title}</a>
                </h4>
                <UpdateList site={site} updates={updates} />
              </div>
            ))}
          </div>
        );
      })}
      <p>
        <a href={pathTo(site, "history")}>All incidents by month</a>
      </p>
    </section>
  );
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** "1 May 2026", of a calendar day. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

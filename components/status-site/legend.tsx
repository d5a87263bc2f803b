import { COMPONENT_STATUS_LABELS, COMPONENT_STATUSES } from "@/lib/domain/component";
import type { UptimeDay } from "@/lib/domain/uptime";
import { Bars } from "./bars";
import { Shape } from "./shapes";

const NOTHING = { degraded: 0, partial: 0, major: 0 };

const BARS: { words: string; outage: UptimeDay["outage"] }[] = [
  { words: "No problems", outage: NOTHING },
  { words: "Degraded performance", outage: { ...NOTHING, degraded: 1 } },
  { words: "Partial outage", outage: { ...NOTHING, partial: 1 } },
  { words: "Major outage", outage: { ...NOTHING, major: 1 } },
  { words: "No data", outage: undefined },
];

/** What the shapes mean. */
export function Legend() {
  return (
    <section aria-labelledby="legend" className="legend">
      <h2 id="legend">Legend</h2>
      <ul aria-label="States">
        {COMPONENT_STATUSES.map((status) => (
          <li key={status} className={`state ${status}`}>
            <Shape of={status} /> {COMPONENT_STATUS_LABELS[status]}
          </li>
        ))}
      </ul>
      <ul aria-label="Days in the bars">
        {BARS.map(({ words, outage }) => (
          <li key={words}>
            <Bars days={[{ day: "", outage }]} /> {words}
          </li>
        ))}
      </ul>
      <p className="quiet">
        A bar is a day in UTC and shows the worst of it. Uptime counts a major outage whole and a
        partial one as 0.3 of it; degraded performance and maintenance count nothing. It is never
        rounded up.
      </p>
    </section>
  );
}

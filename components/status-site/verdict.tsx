import type { Impact, Site } from "@/lib/domain/site";
import { Shape } from "./shapes";
import { When } from "./when";

type VerdictProps = {
  site: Site;
  indicator: Impact;
  words: string;
  now: number;
  staleSince: number | undefined;
};

/** The page's answer, and how old it is. */
export function Verdict({ site, indicator, words, now, staleSince }: VerdictProps) {
  const { zone } = site.page;
  return (
    <div className={`verdict ${staleSince === undefined ? indicator : "stale"}`}>
      <h1>
        <Shape of={indicator} /> {words}
      </h1>
      {staleSince === undefined ? (
        <p>
          As of <When at={now} zone={zone} show="time" />
        </p>
      ) : (
        <p>
          <strong>Showing the last known state</strong>, from <When at={staleSince} zone={zone} />.
          Newer information cannot be read at the moment.
        </p>
      )}
    </div>
  );
}

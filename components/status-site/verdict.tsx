import type { Impact, Site } from "@/lib/domain/site";
import { Shape } from "./shapes";
import { Stale } from "./stale";

type VerdictProps = {
  site: Site;
  indicator: Impact;
  words: string;
  now: number;
  staleSince: number | undefined;
};

/** The page's answer, and how old it is; where nothing new can be read, no colour says that all is well. */
export function Verdict({ site, indicator, words, now, staleSince }: VerdictProps) {
  const isStale = staleSince !== undefined;
  return (
    <div className={`verdict ${isStale ? "stale" : indicator}`}>
      <h1>
        <Shape of={isStale ? "stale" : indicator} /> {isStale && "Last known: "}
        {words}
      </h1>
      <Stale since={staleSince} zone={site.page.zone} now={now} />
      <p className="facts">
        Generated <Clock at={now} /> · data as of <Clock at={staleSince ?? now} />
      </p>
    </div>
  );
}

function Clock({ at }: { at: number }) {
  const iso = new Date(at).toISOString();
  return <time dateTime={iso}>{iso.slice(11, 19)} UTC</time>;
}

import Link from "next/link";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import type { HistoryRow } from "@/db/queries/postmortem-history";

type HistoryListProps = {
  /** The postmortem's address. */
  path: string;
  rows: HistoryRow[];
  editions: { number: number; version: number }[];
};

const LINK = "touch-target rounded-sm py-0.5 text-link underline-offset-2 hover:underline";

/** Revisions, the newest first: who, when, why and how much. */
export function HistoryList({ path, rows, editions }: HistoryListProps) {
  return (
    <ol
      aria-label="Versions"
      className="divide-y divide-border rounded-lg border border-border bg-card"
    >
      {rows.map(({ version, author, note, createdAt, grown }) => (
        <li
          key={version}
          className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link href={`${path}/revisions/${version}`} className={`${LINK} font-medium`}>
                Version {version}
              </Link>
              {editions
                .filter((edition) => edition.version === version)
                .map(({ number }) => (
                  <Link key={number} href={`${path}/editions/${number}`} className={LINK}>
                    <Badge variant="success">Edition {number}</Badge>
                  </Link>
                ))}
              <span className="text-[0.8125rem] text-muted-foreground">
                {author}, <Time at={createdAt} />
              </span>
            </p>
            {note && <p className="text-[0.8125rem] wrap-anywhere">{note}</p>}
          </div>
          <p className="flex items-center gap-4 text-[0.8125rem]">
            <span className="text-muted-foreground">{sizeOf(version, grown)}</span>
            {version > 1 && (
              <Link
                href={`${path}/history?from=${version - 1}&to=${version}`}
                className={LINK}
                aria-label={`What version ${version} changed`}
              >
                What changed
              </Link>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function sizeOf(version: number, grown: number): string {
  if (grown === 0) return "Same length";
  const count = Math.abs(grown).toLocaleString("en");
  const noun = Math.abs(grown) === 1 ? "character" : "characters";
  if (version === 1) return `${count} ${noun}`;
  return `${count} ${noun} ${grown > 0 ? "more" : "fewer"}`;
}

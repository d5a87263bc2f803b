import Link from "next/link";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { StatusBadge } from "@/components/incidents/status-badge";
import { Time } from "@/components/time";
import type { SearchHit } from "@/db/queries/search";
import { Excerpt } from "./excerpt";

/** One thing that was found: a link to its very place, its words, and where it stands. */
export function SearchResult({ hit }: { hit: SearchHit }) {
  const { kind, key, title, severity, status, isDrill, at, by, href, excerpt } = hit;
  const isIncident = kind === "incident";

  return (
    <li className="relative grid gap-1 px-4 py-3 hover:bg-accent/60">
      <Link
        href={href}
        prefetch={false}
        data-row
        className="w-fit rounded-sm wrap-anywhere underline-offset-4 after:absolute after:inset-0 hover:underline"
      >
        <Excerpt segments={excerpt} />
      </Link>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted-foreground">
        {isIncident && <SeverityBadge severity={severity} />}
        {isIncident && <StatusBadge status={status} />}
        <span className="font-mono text-xs">{key}</span>
        {!isIncident && <span className="wrap-anywhere">{title}</span>}
        {isDrill && <span>Drill</span>}
        {by && <span>{by}</span>}
        <Time at={at} show="age" />
      </p>
    </li>
  );
}

import Link from "next/link";
import type { TeamWork } from "@/db/queries/team-work";
import type { TeamName } from "@/db/queries/teams";
import { boardPath } from "@/lib/domain/board-filters";

const LINK = "inline-flex min-h-6 items-center gap-1 hover:underline pointer-coarse:min-h-11";

type WorkCountsProps = {
  team: TeamName;
  work: TeamWork;
};

/** How much a team has to finish and how much of it is late, each leading to these items. */
export function WorkCounts({ team: { slug, name }, work }: WorkCountsProps) {
  return (
    <span className="flex flex-wrap gap-x-3 tabular-nums">
      <Link href={boardPath({ board: slug, show: "open" })} className={`${LINK} text-link`}>
        {work.open} open <span className="sr-only">action items of {name}</span>
      </Link>
      {work.overdue > 0 && (
        <Link
          href={boardPath({ board: slug, overdue: true })}
          className={`${LINK} font-medium text-danger`}
        >
          {work.overdue} overdue <span className="sr-only">action items of {name}</span>
        </Link>
      )}
    </span>
  );
}

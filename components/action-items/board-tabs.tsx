import Link from "next/link";
import { NO_TEAM } from "@/lib/domain/board-fit";
import { boardPath, withoutFilters, type BoardFilters } from "@/lib/domain/board-filters";
import { PillNav } from "./pill-nav";

type BoardTabsProps = { filters: BoardFilters; teams: { slug: string; name: string }[] };

/** Whose board it is: everybody's, the reader's own, or a team's. */
export function BoardTabs({ filters, teams }: BoardTabsProps) {
  const boards = [
    { board: undefined, name: "All" },
    { board: "mine", name: "Mine" },
    ...teams.map(({ slug, name }) => ({ board: slug, name })),
    ...(filters.board === NO_TEAM ? [{ board: NO_TEAM, name: "No team" }] : []),
  ];
  return (
    <PillNav label="Boards">
      {boards.map(({ board, name }) => (
        <Link
          key={name}
          href={boardPath({ ...withoutFilters(filters), board })}
          aria-current={board === filters.board ? "page" : undefined}
        >
          {name}
        </Link>
      ))}
    </PillNav>
  );
}

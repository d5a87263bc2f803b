import Link from "next/link";
import type { SearchGroup } from "@/db/queries/search";
import { SEARCH_KINDS, searchPath, type Asked, type SearchKind } from "@/lib/domain/search";
import { cn } from "@/lib/utils";
import { countOf, KIND_WORDS } from "./kind-words";

type SearchKindsProps = { asked: Asked; groups: SearchGroup[] };

/** The way from everything that was found to one kind of it. */
export function SearchKinds({ asked: { text, kind }, groups }: SearchKindsProps) {
  const counts = new Map(groups.map((group) => [group.kind, group.count]));
  return (
    <nav aria-label="What to search" className="mb-5 overflow-x-auto">
      <ul className="flex w-fit gap-1 rounded-lg bg-muted p-1">
        <KindLink text={text} kind={undefined} isHere={kind === undefined} count={undefined} />
        {SEARCH_KINDS.map((each) => (
          <KindLink
            key={each}
            text={text}
            kind={each}
            isHere={each === kind}
            count={counts.get(each)}
          />
        ))}
      </ul>
    </nav>
  );
}

type KindLinkProps = {
  text: string;
  kind: SearchKind | undefined;
  isHere: boolean;
  count: number | undefined;
};

function KindLink({ text, kind, isHere, count }: KindLinkProps) {
  return (
    <li>
      <Link
        href={searchPath({ text, kind, page: 1 })}
        prefetch={false}
        aria-current={isHere ? "page" : undefined}
        className={cn(
          "touch-target flex h-7 items-center gap-1.5 rounded-md border border-transparent px-3 text-[0.8125rem] font-medium",
          "whitespace-nowrap text-muted-foreground hover:text-foreground pointer-coarse:h-9",
          "aria-[current=page]:border-border aria-[current=page]:bg-card aria-[current=page]:shadow-xs",
          "aria-[current=page]:text-foreground dark:aria-[current=page]:bg-secondary",
        )}
      >
        {kind ? KIND_WORDS[kind] : "Everything"}
        {count !== undefined && <span className="font-normal tabular-nums">{countOf(count)}</span>}
      </Link>
    </li>
  );
}

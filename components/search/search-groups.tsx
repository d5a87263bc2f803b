import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { SearchGroup } from "@/db/queries/search";
import { searchPath, type Asked } from "@/lib/domain/search";
import { countOf, KIND_WORDS } from "./kind-words";
import { SearchResult } from "./search-result";

type SearchGroupsProps = {
  asked: Asked;
  groups: SearchGroup[];
  perPage: number;
  /** False where the text holds nothing that could be searched for. */
  hasWords: boolean;
};

/** What was found, one list for each kind; of one kind alone, in pages. */
export function SearchGroups({ asked, groups, perPage, hasWords }: SearchGroupsProps) {
  const { text, kind, page } = asked;
  if (!hasWords) {
    return (
      <Note>
        Every word must be there, in any order. Words in “quotes” stand side by side, and the last
        word may be only begun.
      </Note>
    );
  }
  if (groups.length === 0) {
    return (
      <Note>
        Nothing has <strong className="font-semibold wrap-anywhere">{text}</strong>
        {kind && (
          <>
            {" "}
            among {KIND_WORDS[kind].toLowerCase()}.{" "}
            <Link
              href={searchPath({ text, page: 1 })}
              className="text-link underline underline-offset-4"
            >
              Search everything
            </Link>
          </>
        )}
        . Fewer words find more.
      </Note>
    );
  }
  return (
    <div className="grid max-w-3xl gap-8">
      {groups.map((group) => (
        <section key={group.kind} aria-labelledby={`found-${group.kind}`}>
          <h2 id={`found-${group.kind}`} className="mb-2 text-sm font-semibold">
            {KIND_WORDS[group.kind]}{" "}
            <span className="font-normal text-muted-foreground tabular-nums">
              {countOf(group.count)}
            </span>
          </h2>
          <ol className="grid divide-y divide-border rounded-lg border border-border bg-card">
            {group.hits.map((hit) => (
              <SearchResult key={hit.id} hit={hit} />
            ))}
          </ol>
          {kind ? (
            <Pages asked={asked} last={Math.ceil(group.count / perPage)} />
          ) : (
            group.count > group.hits.length && (
              <p className="mt-2 text-[0.8125rem]">
                <Link
                  href={searchPath({ text, kind: group.kind, page: 1 })}
                  prefetch={false}
                  className="touch-target text-link underline-offset-4 hover:underline"
                >
                  All {countOf(group.count)} in {KIND_WORDS[group.kind].toLowerCase()}
                </Link>
              </p>
            )
          )}
        </section>
      ))}
      {kind && page > 1 && groups.every(({ hits }) => hits.length === 0) && (
        <Note>There are fewer pages than that.</Note>
      )}
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <p className="max-w-prose text-muted-foreground">{children}</p>;
}

function Pages({ asked, last }: { asked: Asked; last: number }) {
  const { page } = asked;
  if (last <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-3 flex items-center justify-end gap-2">
      <p className="me-2 text-[0.8125rem] text-muted-foreground tabular-nums">
        Page {page} of {last}
      </p>
      {page > 1 && <PageLink asked={{ ...asked, page: page - 1 }}>Previous</PageLink>}
      {page < last && <PageLink asked={{ ...asked, page: page + 1 }}>Next</PageLink>}
    </nav>
  );
}

function PageLink({ asked, children }: { asked: Asked; children: string }) {
  return (
    <Button asChild variant="outline" size="sm">
      <Link href={searchPath(asked)} prefetch={false}>
        {children}
      </Link>
    </Button>
  );
}

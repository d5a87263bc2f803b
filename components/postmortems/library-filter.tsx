import Form from "next/form";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { libraryQuery, LIBRARY_VIEWS, type LibraryFilters } from "@/lib/domain/library";
import { humanize } from "@/lib/format";
import { cn } from "@/lib/utils";

/** Which postmortems to list, and a search of titles. A GET form, so that every list has an address. */
export function LibraryFilter({ filters }: { filters: LibraryFilters }) {
  const { view, text } = filters;
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <nav aria-label="Which postmortems">
        <ul className="flex gap-1 rounded-lg bg-muted p-1">
          {LIBRARY_VIEWS.map((offered) => (
            <li key={offered}>
              <Link
                href={`/postmortems${libraryQuery({ view: offered, text, page: 1 })}`}
                aria-current={offered === view ? "page" : undefined}
                className={cn(
                  "touch-target flex h-7 items-center rounded-md px-3 text-[0.8125rem] font-medium pointer-coarse:h-9",
                  "border border-transparent text-muted-foreground hover:text-foreground",
                  "aria-[current=page]:border-border aria-[current=page]:bg-card aria-[current=page]:shadow-xs",
                  "aria-[current=page]:text-foreground dark:aria-[current=page]:bg-secondary",
                )}
              >
                {humanize(offered)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Form
        key={libraryQuery(filters)}
        action="/postmortems"
        className="flex flex-wrap items-center gap-2"
      >
        {view !== "all" && <input type="hidden" name="view" value={view} />}
        <Input
          type="search"
          name="text"
          defaultValue={text}
          placeholder="Search"
          aria-label="Search ID or title"
          aria-keyshortcuts="/"
          className="w-48"
        />
        <Button type="submit" variant="outline">
          Search
        </Button>
        {text && (
          <Button asChild variant="ghost">
            <Link href={`/postmortems${libraryQuery({ view, page: 1 })}`}>Clear search</Link>
          </Button>
        )}
      </Form>
    </div>
  );
}

import Form from "next/form";
import Link from "next/link";
import { FilterChoice } from "@/components/incidents/list/filter-choice";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { SEVERITIES } from "@/lib/domain/incident";
import {
  isLibraryNarrowed,
  LIBRARY_SORTS,
  LIBRARY_VIEWS,
  libraryQuery,
  SORT_WORDS,
  VIEW_WORDS,
  type LibraryFilters,
} from "@/lib/domain/library";

type LibraryFilterProps = {
  filters: LibraryFilters;
  options: { services: string[]; authors: string[] };
};

/** Which postmortems to list, and how. A GET form, so that every list has an address. */
export function LibraryFilter({ filters, options }: LibraryFilterProps) {
  const { view, severity, service, author, text, sort } = filters;
  return (
    <Form
      key={libraryQuery(filters)}
      action="/postmortems"
      aria-label="Filter"
      className="mb-4 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap sm:items-center"
    >
      <NativeSelect name="view" defaultValue={view} aria-label="State" className="sm:w-44">
        {LIBRARY_VIEWS.map((offered) => (
          <option key={offered} value={offered === "all" ? "" : offered}>
            {offered === "all" ? "Any state" : VIEW_WORDS[offered]}
          </option>
        ))}
      </NativeSelect>
      <FilterChoice name="severity" label="Severity" chosen={severity} values={SEVERITIES} />
      <FilterChoice name="service" label="Service" chosen={service} values={options.services} />
      <FilterChoice name="author" label="Author" chosen={author} values={options.authors} />
      <Input
        type="search"
        name="text"
        defaultValue={text}
        placeholder="Search"
        aria-label="Search ID, title or text"
        aria-keyshortcuts="/"
        className="sm:w-48"
      />
      <NativeSelect name="sort" defaultValue={sort ?? ""} aria-label="Order" className="sm:w-52">
        {LIBRARY_SORTS.map((offered) => (
          <option key={offered} value={offered === "newest" ? "" : offered}>
            {SORT_WORDS[offered]}
          </option>
        ))}
      </NativeSelect>
      <div className="flex gap-2">
        <Button type="submit" variant="outline">
          Show
        </Button>
        {isLibraryNarrowed(filters) && (
          <Button asChild variant="ghost">
            <Link href="/postmortems">Clear filters</Link>
          </Button>
        )}
      </div>
    </Form>
  );
}

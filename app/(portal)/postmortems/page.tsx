import { redirect } from "next/navigation";
import { LibraryFilter } from "@/components/postmortems/library-filter";
import { LibraryList } from "@/components/postmortems/library-list";
import { LibraryPager } from "@/components/postmortems/library-pager";
import { PageHeader } from "@/components/shell/page-header";
import { countPostmortems, listPostmortems, POSTMORTEMS_PER_PAGE } from "@/db/queries/postmortems";
import { requireViewer } from "@/lib/auth/viewer";
import { libraryQuery, parseLibraryFilters, type LibraryFilters } from "@/lib/domain/library";

export const metadata = { title: "Postmortems" };

type LibraryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LibraryPage({ searchParams }: LibraryPageProps) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const asked = parseLibraryFilters(params);
  if (Object.values(params).includes("")) redirect(`/postmortems${libraryQuery(asked)}`);

  const total = countPostmortems(viewer, asked);
  const lastPage = Math.max(1, Math.ceil(total / POSTMORTEMS_PER_PAGE));
  const filters = { ...asked, page: Math.min(asked.page, lastPage) };

  return (
    <>
      <PageHeader
        title="Postmortems"
        description="Required within 72 hours of the resolution for SEV1 and SEV2."
      />
      <LibraryFilter filters={filters} />
      {total > 0 ? (
        <LibraryList postmortems={listPostmortems(viewer, filters)} />
      ) : (
        <p className="rounded-lg border border-dashed border-border px-4 py-10 text-center text-muted-foreground">
          {emptySentence(filters)}
        </p>
      )}
      <LibraryPager filters={filters} total={total} perPage={POSTMORTEMS_PER_PAGE} />
    </>
  );
}

function emptySentence({ view, text }: LibraryFilters): string {
  if (text) return "No postmortems match. Clear the search to see the others.";
  if (view === "written") return "No postmortem is written yet.";
  if (view === "required") return "No required postmortem is missing.";
  return "Postmortems come from incidents. There are none yet.";
}

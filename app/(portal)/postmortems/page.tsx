import Link from "next/link";
import { redirect } from "next/navigation";
import { LibraryFilter } from "@/components/postmortems/library-filter";
import { LibraryList } from "@/components/postmortems/library-list";
import { LibraryPager } from "@/components/postmortems/library-pager";
import { WaitingForYou } from "@/components/postmortems/review/waiting-for-you";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { listFilterOptions } from "@/db/queries/incident-options";
import {
  countPostmortems,
  listAuthors,
  listPostmortems,
  POSTMORTEMS_PER_PAGE,
} from "@/db/queries/library";
import { listWaitingReviews } from "@/db/queries/waiting-reviews";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import {
  isLibraryNarrowed,
  libraryQuery,
  parseLibraryFilters,
  type LibraryFilters,
} from "@/lib/domain/library";

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
        actions={
          <Button asChild variant="outline">
            <Link href="/postmortems/templates">Templates</Link>
          </Button>
        }
      />
      <WaitingForYou items={listWaitingReviews(viewer, utcNow())} />
      <LibraryFilter
        filters={filters}
        options={{
          services: listFilterOptions(viewer).services,
          authors: listAuthors(viewer),
        }}
      />
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

function emptySentence(filters: LibraryFilters): string {
  const { view, text, severity, service, author } = filters;
  const isOnlyView = !(text ?? severity ?? service ?? author);
  if (view === "required" && isOnlyView) return "No required postmortem is missing.";
  if (view === "overdue" && isOnlyView) return "No postmortem is overdue.";
  if (isLibraryNarrowed(filters)) return "No postmortems match. Clear the filters to see all.";
  return "Postmortems come from incidents. There are none yet.";
}

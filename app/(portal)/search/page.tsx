import { SearchForm } from "@/components/search/search-form";
import { SearchGroups } from "@/components/search/search-groups";
import { SearchKinds } from "@/components/search/search-kinds";
import { PageHeader } from "@/components/shell/page-header";
import { search } from "@/db/queries/search";
import { requireViewer } from "@/lib/auth/viewer";
import { matchOf, parseSearch } from "@/lib/domain/search";

export const metadata = { title: "Search" };

const FEW = 5;
const PER_PAGE = 20;

type SearchPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const viewer = await requireViewer();
  const asked = parseSearch(await searchParams);
  const { text, kind } = asked;
  const groups = kind
    ? search(viewer, { ...asked, kinds: [kind], perPage: PER_PAGE })
    : search(viewer, { text, page: 1, perPage: FEW });

  return (
    <>
      <PageHeader title="Search" />
      <SearchForm asked={asked} />
      {text !== "" && <SearchKinds asked={asked} groups={groups} />}
      <SearchGroups
        asked={asked}
        groups={groups}
        perPage={PER_PAGE}
        hasWords={matchOf(text) !== undefined}
      />
    </>
  );
}

import { Monitor } from "lucide-react";
import Link from "next/link";
import { redirect } from "next/navigation";
import { countWords } from "@/components/incidents/list/count-words";
import { DeclareButton } from "@/components/incidents/list/declare-button";
import { EmptyList } from "@/components/incidents/list/empty-list";
import { FilterForm } from "@/components/incidents/list/filter-form";
import { IncidentTable } from "@/components/incidents/list/incident-table";
import { Pager } from "@/components/incidents/list/pager";
import { SavedViews } from "@/components/incidents/list/saved-views";
import { WaitingForYou } from "@/components/incidents/list/waiting-for-you";
import { ViewTabs } from "@/components/incidents/list/view-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { listWaitingQuestions } from "@/db/queries/gap-questions";
import { listFilterOptions } from "@/db/queries/incident-options";
import {
  countIncidents,
  getLastResolved,
  INCIDENTS_PER_PAGE,
  listIncidents,
} from "@/db/queries/incidents";
import { listNextUpdates } from "@/db/queries/next-updates";
import { listSavedViews } from "@/db/queries/saved-views";
import { requireViewer } from "@/lib/auth/viewer";
import { incidentFilterQuery, parseIncidentFilters } from "@/lib/domain/incident-filters";
import { can } from "@/lib/domain/permissions";
import { deleteViewAction, saveViewAction } from "./views/actions";

export const metadata = { title: "Incidents" };

type IncidentsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function IncidentsPage({ searchParams }: IncidentsPageProps) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const asked = parseIncidentFilters(params);
  if (Object.values(params).includes("")) redirect(`/incidents${incidentFilterQuery(asked)}`);

  const count = countIncidents(viewer, asked);
  const lastPage = Math.max(1, Math.ceil(count.total / INCIDENTS_PER_PAGE));
  const filters = { ...asked, page: Math.min(asked.page, lastPage) };
  const incidents = listIncidents(viewer, filters);
  const nextUpdates = listNextUpdates(incidents);
  const query = incidentFilterQuery({ ...filters, page: 1 });
  const canDeclare = can(viewer, "incident:declare");

  return (
    <>
      <PageHeader
        title="Incidents"
        description={countWords(count, filters)}
        actions={
          <>
            <Button asChild variant="outline">
              <Link href="/wall" title="The wall, for a big screen (G W)">
                <Monitor aria-hidden />
                Wall
              </Link>
            </Button>
            {canDeclare && <DeclareButton />}
          </>
        }
      />
      <WaitingForYou questions={listWaitingQuestions(viewer)} />
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <ViewTabs filters={filters} />
        <FilterForm filters={filters} options={listFilterOptions(viewer)} />
      </div>
      <SavedViews
        views={listSavedViews(viewer)}
        query={query}
        canSave={can(viewer, "view:save") && query !== ""}
        saveAction={saveViewAction}
        deleteAction={deleteViewAction}
      />
      {incidents.length > 0 ? (
        <IncidentTable
          rows={incidents.map((each) => ({ ...each, dueAt: nextUpdates.get(each.id) }))}
          view={filters.view}
        />
      ) : (
        <EmptyList
          filters={filters}
          lastResolvedAt={getLastResolved()?.at}
          canDeclare={canDeclare}
        />
      )}
      <Pager filters={filters} {...count} perPage={INCIDENTS_PER_PAGE} />
    </>
  );
}

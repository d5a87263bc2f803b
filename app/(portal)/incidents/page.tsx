import { redirect } from "next/navigation";
import { DeclareButton } from "@/components/incidents/list/declare-button";
import { EmptyList } from "@/components/incidents/list/empty-list";
import { FilterForm } from "@/components/incidents/list/filter-form";
import { IncidentTable } from "@/components/incidents/list/incident-table";
import { Pager } from "@/components/incidents/list/pager";
import { WaitingForYou } from "@/components/incidents/list/waiting-for-you";
import { ViewTabs } from "@/components/incidents/list/view-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { listWaitingQuestions } from "@/db/queries/gap-questions";
import {
  countIncidents,
  getLastResolvedAt,
  INCIDENTS_PER_PAGE,
  listFilterOptions,
  listIncidents,
} from "@/db/queries/incidents";
import { listNextUpdates } from "@/db/queries/next-updates";
import { requireViewer } from "@/lib/auth/viewer";
import { incidentFilterQuery, parseIncidentFilters } from "@/lib/domain/incident-filters";
import { can } from "@/lib/domain/permissions";

export const metadata = { title: "Incidents" };

const NOUNS = { open: "open", resolved: "resolved", all: "" } as const;

type IncidentsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function IncidentsPage({ searchParams }: IncidentsPageProps) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const asked = parseIncidentFilters(params);
  if (Object.values(params).includes("")) redirect(`/incidents${incidentFilterQuery(asked)}`);

  const total = countIncidents(viewer, asked);
  const lastPage = Math.max(1, Math.ceil(total / INCIDENTS_PER_PAGE));
  const filters = { ...asked, page: Math.min(asked.page, lastPage) };
  const incidents = listIncidents(viewer, filters);
  const canDeclare = can(viewer, "incident:declare");

  return (
    <>
      <PageHeader
        title="Incidents"
        description={`${total} ${NOUNS[filters.view]} ${total === 1 ? "incident" : "incidents"}`}
        actions={canDeclare && <DeclareButton />}
      />
      <WaitingForYou questions={listWaitingQuestions(viewer)} />
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <ViewTabs filters={filters} />
        <FilterForm filters={filters} options={listFilterOptions(viewer)} />
      </div>
      {incidents.length > 0 ? (
        <IncidentTable
          incidents={incidents}
          view={filters.view}
          nextUpdates={listNextUpdates(incidents)}
        />
      ) : (
        <EmptyList
          filters={filters}
          lastResolvedAt={getLastResolvedAt(viewer)}
          canDeclare={canDeclare}
        />
      )}
      <Pager filters={filters} total={total} perPage={INCIDENTS_PER_PAGE} />
    </>
  );
}

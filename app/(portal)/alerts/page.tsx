import { AlertFilter } from "@/components/alerts/alert-filter";
import { AlertRows } from "@/components/alerts/alert-rows";
import { AlertTabs } from "@/components/alerts/alert-tabs";
import { AlertsNav } from "@/components/alerts/alerts-nav";
import { AttachForm } from "@/components/alerts/attach-form";
import { PageHeader } from "@/components/shell/page-header";
import { PagesNav } from "@/components/shell/pages-nav";
import { Card } from "@/components/ui/card";
import { countAlerts, countAlertTabs, listAlerts, listAlertServices } from "@/db/queries/alerts";
import { listOpenIncidents } from "@/db/queries/open-incidents";
import { requireViewer } from "@/lib/auth/viewer";
import { alertsPath, isNarrowed, readAlertFilters } from "@/lib/domain/alerts/alert-filters";
import { can } from "@/lib/domain/permissions";
import { handleAlertsAction } from "./actions";

export const metadata = { title: "Alerts" };

const PER_PAGE = 50;

type AlertsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AlertsPage({ searchParams }: AlertsPageProps) {
  const viewer = await requireViewer();
  const filters = readAlertFilters(await searchParams);
  const alerts = listAlerts(viewer, { ...filters, perPage: PER_PAGE });
  const canChoose = filters.tab === "waiting" && can(viewer, "alert:handle");
  const rows = <AlertRows alerts={alerts} label="Alerts" canChoose={canChoose} />;

  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title="Alerts"
        description="What your monitoring told Muster, and what became of it."
      />
      <AlertsNav viewer={viewer} shown="alerts" />
      <div className="grid gap-4">
        <AlertTabs shown={filters.tab} counts={countAlertTabs(viewer)} />
        <AlertFilter filters={filters} services={listAlertServices()} />
        {alerts.length > 0 ? (
          <div>
            <Card>
              {canChoose ? (
                <AttachForm
                  action={handleAlertsAction}
                  open={listOpenIncidents(viewer)}
                  what="chosen alerts"
                >
                  {rows}
                </AttachForm>
              ) : (
                rows
              )}
            </Card>
            <PagesNav
              page={filters.page}
              perPage={PER_PAGE}
              total={countAlerts(viewer, filters)}
              to={(page) => alertsPath({ ...filters, page })}
            />
          </div>
        ) : (
          <p className="rounded-lg border border-dashed border-border bg-card px-6 py-16 text-center text-muted-foreground">
            {isNarrowed(filters)
              ? "No alert fits these filters."
              : filters.tab === "waiting"
                ? "Nothing waits."
                : "There is no alert here."}
          </p>
        )}
      </div>
    </div>
  );
}

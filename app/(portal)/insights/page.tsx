import Link from "next/link";
import { redirect } from "next/navigation";
import { ActionsPart } from "@/components/insights/actions-part";
import { CausesPart } from "@/components/insights/causes-part";
import { IncidentsPart } from "@/components/insights/incidents-part";
import { InsightForm } from "@/components/insights/insight-form";
import { KeyNumbers } from "@/components/insights/key-numbers";
import { PromisesPart } from "@/components/insights/promises-part";
import { ServicesPart } from "@/components/insights/services-part";
import { StaleNote } from "@/components/insights/stale-note";
import { TimesPart } from "@/components/insights/times-part";
import { PrintButton } from "@/components/postmortems/print/print-button";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { listFilterOptions } from "@/db/queries/incident-options";
import { getInsights } from "@/db/queries/insights/insights";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { insightQuery, parseInsightFilters } from "@/lib/domain/insights/filters";
import { daysText, narrowedText } from "@/lib/domain/insights/words";
import { formatDate } from "@/lib/format";

export const metadata = { title: "Insights" };

type InsightsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function InsightsPage({ searchParams }: InsightsPageProps) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const filters = parseInsightFilters(params);
  if (Object.values(params).includes("")) redirect(`/insights${insightQuery(filters)}`);
  const insights = getInsights({ viewer, filters, now: utcNow() });
  const shown = { insights, filters };

  return (
    <>
      <PageHeader
        title="Insights"
        description={`Incidents declared ${daysText(insights.days, formatDate)}${narrowedText(filters)}.`}
        actions={<PrintButton />}
      />
      <InsightForm filters={filters} services={listFilterOptions(viewer).services} />
      <StaleNote stale={insights.stale} />
      {insights.total === 0 ? (
        <Card className="p-6">
          <p>No incident was declared in these days that fits.</p>
          <p className="mt-2">
            <Link
              href={`/insights${insightQuery({ range: "all" })}`}
              className="touch-target relative text-link hover:underline"
            >
              Show all incidents over the whole time
            </Link>
          </p>
        </Card>
      ) : (
        <div className="grid grid-cols-1 gap-5">
          <KeyNumbers {...shown} />
          <IncidentsPart {...shown} />
          <TimesPart {...shown} />
          <PromisesPart {...shown} />
          <CausesPart {...shown} />
          <ServicesPart {...shown} />
          <ActionsPart {...shown} />
        </div>
      )}
    </>
  );
}

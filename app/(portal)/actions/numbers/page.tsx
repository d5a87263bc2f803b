import { ActionsNav } from "@/components/action-items/actions-nav";
import { Counting } from "@/components/action-items/numbers/counting";
import { ExportLinks } from "@/components/action-items/numbers/export-links";
import { FigureCards } from "@/components/action-items/numbers/figure-cards";
import { figuresOf } from "@/components/action-items/numbers/figures";
import { PeriodForm } from "@/components/action-items/numbers/period-form";
import { TeamNumbers } from "@/components/action-items/numbers/team-numbers";
import { Section } from "@/components/incidents/detail/section";
import { PrintButton } from "@/components/postmortems/print/print-button";
import { PageHeader } from "@/components/shell/page-header";
import { getActionNumbers } from "@/db/queries/action-numbers";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow, utcToday } from "@/lib/clock";
import { parsePeriod, type Period } from "@/lib/domain/action-numbers";
import { formatDate, formatDateTime } from "@/lib/format";

export const metadata = { title: "Numbers of actions" };

type NumbersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NumbersPage({ searchParams }: NumbersPageProps) {
  const viewer = await requireViewer();
  const period = parsePeriod(await searchParams);
  const now = utcNow();
  const numbers = getActionNumbers(viewer, period, now);

  return (
    <>
      <PageHeader
        title="Numbers"
        description={`Action items ${periodText(period)}, as of ${formatDateTime(now)}.`}
        actions={
          <>
            <ExportLinks />
            <span className="print:hidden">
              <PrintButton />
            </span>
          </>
        }
      />
      <ActionsNav shown="numbers" />
      <PeriodForm period={period} today={utcToday()} />
      <div className="grid gap-5">
        <FigureCards figures={figuresOf(numbers.all, { period })} />
        <Section id="teams" title="By team">
          <TeamNumbers numbers={numbers} period={period} />
        </Section>
        <Section id="counting" title="How they are counted">
          <Counting />
        </Section>
      </div>
    </>
  );
}

function periodText({ from, to }: Period): string {
  if (from && to) return `from ${formatDate(from)} to ${formatDate(to)}`;
  if (from) return `since ${formatDate(from)}`;
  return to ? `up to ${formatDate(to)}` : "over the whole time";
}

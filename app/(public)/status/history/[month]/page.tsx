import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IncidentList } from "@/components/status-page/incident-list";
import { listPublicMonth, listPublicMonths } from "@/db/queries/public/status-page";
import { formatMonth, isMonth } from "@/lib/domain/month";

type Props = { params: Promise<{ month: string }> };

async function requireMonth({ params }: Props): Promise<string> {
  const { month } = await params;
  return isMonth(month) ? month : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const month = await requireMonth(props);
  return { title: { absolute: `Incidents in ${formatMonth(month)} · Status` } };
}

export default async function MonthPage(props: Props) {
  const month = await requireMonth(props);
  const incidents = listPublicMonth(month);
  const months = listPublicMonths().map((each) => each.month);
  const earlier = months.find((each) => each < month);
  const later = months.findLast((each) => each > month);

  return (
    <>
      <h1 className="mb-5 text-2xl font-semibold tracking-tight">{formatMonth(month)}</h1>
      {incidents.length === 0 && <p className="text-muted-foreground">No incidents reported.</p>}
      <IncidentList incidents={incidents} />
      <nav aria-label="Months" className="mt-6 flex justify-between gap-4">
        <MonthLink month={earlier} prefix="Earlier: " />
        <MonthLink month={later} prefix="Later: " />
      </nav>
    </>
  );
}

function MonthLink({ month, prefix }: { month: string | undefined; prefix: string }) {
  if (month === undefined) return <span />;
  return (
    <a
      href={`/status/history/${month}`}
      className="inline-flex min-h-8 items-center text-link hover:underline pointer-coarse:min-h-11"
    >
      {prefix}
      {formatMonth(month)}
    </a>
  );
}

import Link from "next/link";
import { notFound } from "next/navigation";
import { BehindItems } from "@/components/insights/behind-items";
import { BehindTable } from "@/components/insights/behind-table";
import { measuredPartOf } from "@/components/insights/measures";
import { Measured } from "@/components/insights/part";
import { behindPath } from "@/components/insights/opened";
import { Section } from "@/components/incidents/detail/section";
import { PageHeader } from "@/components/shell/page-header";
import { PagesNav } from "@/components/shell/pages-nav";
import { BEHIND_PER_PAGE, listBehind, listItemsBehind } from "@/db/queries/insights/behind";
import { askedDays } from "@/db/queries/insights/selection";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { insightQuery, parseInsightFilters } from "@/lib/domain/insights/filters";
import {
  isIncidentSet,
  parseCauseChoice,
  parseInsightSet,
  setTitle,
} from "@/lib/domain/insights/sets";
import { daysText, narrowedText } from "@/lib/domain/insights/words";
import { formatDate, humanize } from "@/lib/format";

type BehindPageProps = {
  params: Promise<{ set: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: BehindPageProps) {
  await requireViewer();
  const set = parseInsightSet((await params).set);
  return { title: set ? `${setTitle(set)} · Insights` : "Insights" };
}

export default async function BehindPage({ params, searchParams }: BehindPageProps) {
  const viewer = await requireViewer();
  const set = parseInsightSet((await params).set);
  if (!set) notFound();
  const query = await searchParams;
  const filters = parseInsightFilters(query);
  const choice = parseCauseChoice(query);
  const page = Math.max(1, Math.floor(Number(query.page)) || 1);
  const asked = { viewer, filters, now: utcNow() };
  const found = isIncidentSet(set)
    ? { kind: "incidents" as const, set, ...listBehind(asked, { set, choice, page }) }
    : { kind: "items" as const, set, ...listItemsBehind(asked, set, page) };
  const more = choice.category ?? choice.cause;
  const to = (next: number) =>
    behindPath(set, filters, {
      ...(choice.category && { category: choice.category }),
      ...(choice.cause && { cause: choice.cause }),
      ...(next > 1 && { page: String(next) }),
    });

  return (
    <>
      <PageHeader
        title={more ? `${setTitle(set)}: ${humanize(more)}` : setTitle(set)}
        description={`${found.total.toLocaleString("en")} ${found.kind === "items" ? "action items of incidents" : found.total === 1 ? "incident" : "incidents"} declared ${daysText(askedDays(asked), formatDate)}${narrowedText(filters)}.`}
        actions={
          <Link
            href={`/insights${insightQuery(filters)}`}
            className="touch-target relative text-link hover:underline"
          >
            Back to the insights
          </Link>
        }
      />
      <div className="grid grid-cols-1 gap-5">
        {found.total === 0 ? (
          <p className="text-muted-foreground">Nothing here fits.</p>
        ) : (
          <div>
            {found.kind === "items" ? (
              <BehindItems outcome={found.set} rows={found.rows} />
            ) : (
              <BehindTable set={found.set} rows={found.rows} />
            )}
            <PagesNav page={page} perPage={BEHIND_PER_PAGE} total={found.total} to={to} />
          </div>
        )}
        <Section id="measured" title="How it is measured">
          <Measured part={measuredPartOf(set)} />
        </Section>
      </div>
    </>
  );
}

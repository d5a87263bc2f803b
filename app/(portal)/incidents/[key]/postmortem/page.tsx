import Link from "next/link";
import { notFound } from "next/navigation";
import { EditionNote } from "@/components/postmortems/edition-note";
import { PostmortemNav } from "@/components/postmortems/postmortem-nav";
import { DueDates } from "@/components/postmortems/review/due-dates";
import { StateBadge } from "@/components/postmortems/review/state-badge";
import { PageHeader } from "@/components/shell/page-header";
import { getEdition } from "@/db/queries/editions";
import { findLiveText } from "@/db/queries/postmortem-updates";
import { isEditedSince } from "@/db/queries/publication";
import { getReview } from "@/db/queries/reviews";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { Unwritten } from "./unwritten";
import { Written } from "./written";

type PostmortemPageProps = {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ view?: string | string[]; template?: string | string[] }>;
};

export async function generateMetadata({ params }: PostmortemPageProps) {
  await requireViewer();
  return { title: `Postmortem of ${(await params).key}` };
}

export default async function PostmortemPage({ params, searchParams }: PostmortemPageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const review = getReview(viewer, key, utcNow());
  if (!review) notFound();
  const { incident } = review;
  const stored = findLiveText(incident.id);
  const { view, template } = await searchParams;

  return (
    <>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            Postmortem
            <StateBadge state={review.standing.state} isEdited={review.isEdited} />
          </span>
        }
        description={
          <>
            <Link
              href={`/incidents/${encodeURIComponent(key)}`}
              className="touch-target text-link hover:underline"
            >
              {key}: {incident.title}
            </Link>
            <DueDates dates={review.dates} />
          </>
        }
      />
      <PostmortemNav incidentKey={key} shown="Write" />
      <Published incident={incident} />
      {!stored && <Unwritten incident={incident} viewer={viewer} wanted={template} />}
      {stored && <Written incident={incident} stored={stored} viewer={viewer} view={view} />}
    </>
  );
}

function Published({ incident }: { incident: { id: number; key: string } }) {
  const edition = getEdition(incident.id);
  const isEdited = edition !== undefined && isEditedSince(incident.id, edition);
  return <EditionNote incidentKey={incident.key} edition={edition} isEdited={isEdited} />;
}

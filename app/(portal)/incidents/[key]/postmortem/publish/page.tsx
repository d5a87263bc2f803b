import Link from "next/link";
import { notFound } from "next/navigation";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { PostmortemNav } from "@/components/postmortems/postmortem-nav";
import { EditionForm } from "@/components/postmortems/publish/edition-form";
import { FilesCard } from "@/components/postmortems/publish/files-card";
import { MembersCard } from "@/components/postmortems/publish/members-card";
import { LinksCard, PublicCard } from "@/components/postmortems/publish/outside-cards";
import { Checklist } from "@/components/postmortems/review/checklist";
import { PageHeader } from "@/components/shell/page-header";
import { approvalQuestion } from "@/db/queries/approval";
import { findSharedEdition, getEdition } from "@/db/queries/editions";
import { getPostmortem } from "@/db/queries/postmortems";
import {
  findPublicReport,
  isEditedSince,
  listOpenLinks,
  nextEditionOf,
} from "@/db/queries/publication";
import { getReviewChecks } from "@/db/queries/review-checks";
import { findIncidentByKey } from "@/db/queries/record";
import { getStanding } from "@/db/queries/reviews";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { STATE_WORDS } from "@/lib/domain/publication/words";
import { readMarkdown } from "@/lib/markdown/read";
import { publishEditionAction, retractReportAction, unsharePostmortemAction } from "./actions";

type PublishPageProps = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: PublishPageProps) {
  await requireViewer();
  return { title: `Publish the postmortem of ${(await params).key}` };
}

export default async function PublishPage({ params }: PublishPageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const incident = findIncidentByKey(viewer, key);
  if (!incident) notFound();
  const stored = getPostmortem(incident.id);
  const next = nextEditionOf(viewer, incident.id);
  const path = `/incidents/${encodeURIComponent(key)}/postmortem`;
  const newest = getEdition(incident.id);
  const isNew = next !== undefined && next.text !== newest?.body;
  const { state } = getStanding(incident.id);
  const common = { incidentKey: key, edition: newest?.number ?? 0 };
  const canLeave = !incident.isPrivate;

  return (
    <>
      <PageHeader
        title="Publish the postmortem"
        description={
          <Link
            href={`/incidents/${encodeURIComponent(key)}`}
            className="touch-target text-link hover:underline"
          >
            {key}: {incident.title}
          </Link>
        }
      />
      <PostmortemNav incidentKey={key} shown="Publish" />
      {!stored || !next ? (
        <p>
          Nobody has written this postmortem yet.{" "}
          <Link href={path} className="text-link underline underline-offset-2">
            Start writing
          </Link>
        </p>
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-[24rem_minmax(0,1fr)]">
          <div className="grid gap-5">
            <p>
              {STATE_WORDS[state]}. Who can read it is chosen here for each audience, and nobody
              beyond members is chosen before.
            </p>
            <MembersCard
              path={path}
              newest={newest}
              isEdited={newest !== undefined && isEditedSince(incident.id, newest)}
              version={stored.version}
            >
              {can(viewer, "postmortem:publish") && isNew && (
                <EditionForm
                  action={publishEditionAction}
                  {...common}
                  seen={next.seen}
                  question={approvalQuestion(incident.id)}
                />
              )}
            </MembersCard>
            {isNew && <Checklist incidentKey={key} checks={getReviewChecks(incident.id) ?? []} />}
            <FilesCard path={path} incidentKey={key} edition={newest?.number} />
            {canLeave ? (
              <>
                <LinksCard
                  {...common}
                  path={`${path}/publish/links`}
                  links={listOpenLinks(incident.id)}
                  shared={findSharedEdition(incident.id)?.number}
                  takeBack={can(viewer, "share-link:manage") ? unsharePostmortemAction : undefined}
                />
                <PublicCard
                  {...common}
                  path={`${path}/publish/public`}
                  page={findPublicReport(incident.id)}
                  takeBack={can(viewer, "incident:publish") ? retractReportAction : undefined}
                />
              </>
            ) : (
              <p className="rounded-lg border border-border bg-card px-4 py-3.5">
                {key} is private, so its postmortem can go to neither share links nor the public
                page.
              </p>
            )}
          </div>
          <section aria-labelledby="preview" className="grid min-w-0 gap-4">
            <h2 id="preview" className="text-base font-semibold">
              {isNew
                ? `Preview: what members will read as edition ${common.edition + 1}`
                : `What members read: edition ${common.edition}`}
            </h2>
            <article className="min-w-0 rounded-lg border border-border bg-card p-4 sm:p-6">
              <MarkdownText reading={await readMarkdown(next.text)} />
            </article>
          </section>
        </div>
      )}
    </>
  );
}

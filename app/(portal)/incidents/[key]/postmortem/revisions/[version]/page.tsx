import Link from "next/link";
import { notFound } from "next/navigation";
import { CompareForm } from "@/components/postmortems/compare-form";
import { ComparedText } from "@/components/postmortems/compared-text";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { PostmortemNav } from "@/components/postmortems/postmortem-nav";
import { RestoreForm } from "@/components/postmortems/restore-form";
import { RevisionList } from "@/components/postmortems/revision-list";
import { PageHeader } from "@/components/shell/page-header";
import { Time } from "@/components/time";
import { blocksOf } from "@/db/queries/postmortem-blocks";
import { getRevision, listRevisions } from "@/db/queries/postmortems";
import { findIncidentByKey } from "@/db/queries/record";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { readMarkdown } from "@/lib/markdown/read";
import { wordChanges } from "@/lib/text-changes";
import { restoreRevisionAction } from "../../actions";

type RevisionPageProps = {
  params: Promise<{ key: string; version: string }>;
  searchParams: Promise<{ compare?: string | string[] }>;
};

export async function generateMetadata({ params }: RevisionPageProps) {
  await requireViewer();
  const { key, version } = await params;
  return { title: `Postmortem of ${key}, version ${version}` };
}

export default async function RevisionPage({ params, searchParams }: RevisionPageProps) {
  const viewer = await requireViewer();
  const { key, version } = await params;
  const incident = findIncidentByKey(viewer, key);
  const revision = incident && getRevision(incident.id, Number(version));
  if (!incident || !revision) notFound();

  const { compare } = await searchParams;
  const other = compare === undefined ? undefined : getRevision(incident.id, Number(compare));
  const revisions = listRevisions(incident.id);
  const others = revisions.map((each) => each.version).filter((each) => each !== revision.version);
  const newest = revisions[0]?.version ?? revision.version;
  const path = `/incidents/${encodeURIComponent(key)}/postmortem`;
  const [before, after] =
    other && other.version > revision.version ? [revision, other] : [other, revision];
  const changes = before && wordChanges(before.body, after.body);

  return (
    <>
      <PageHeader
        title={`Postmortem, version ${revision.version}`}
        description={
          <>
            Saved <Time at={revision.createdAt} /> by {revision.author}.{" "}
            <Link href={path} className="text-link underline underline-offset-2">
              Back to the postmortem of {key}
            </Link>
          </>
        }
        actions={
          can(viewer, "postmortem:edit") &&
          revision.version !== newest && (
            <RestoreForm
              action={restoreRevisionAction}
              incidentKey={key}
              version={revision.version}
              currentVersion={newest}
            />
          )
        }
      />
      <PostmortemNav incidentKey={key} shown="History" />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="grid min-w-0 gap-4">
          {others.length > 0 && (
            <CompareForm
              path={`${path}/revisions/${revision.version}`}
              versions={others}
              chosen={other?.version ?? others.find((each) => each < revision.version)}
            />
          )}
          {before && (
            <p className="text-[0.8125rem] text-muted-foreground">
              What changed from version {before.version} to version {after.version}.{" "}
              {!changes && "They differ too much to be compared word by word."}{" "}
              <Link
                href={`${path}/revisions/${revision.version}`}
                className="text-link underline underline-offset-2"
              >
                Show version {revision.version} alone
              </Link>
            </p>
          )}
          <article className="min-w-0 rounded-lg border border-border bg-card p-4 sm:p-6">
            {changes ? (
              <ComparedText changes={changes} />
            ) : (
              <MarkdownText
                reading={await readMarkdown(revision.body)}
                blocks={blocksOf(viewer, incident.id, revision.body)}
              />
            )}
          </article>
        </div>
        <RevisionList incidentKey={key} revisions={revisions} shown={revision.version} />
      </div>
    </>
  );
}

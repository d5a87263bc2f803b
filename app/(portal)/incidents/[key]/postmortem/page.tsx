import Link from "next/link";
import { notFound } from "next/navigation";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { PostmortemEditor } from "@/components/postmortems/postmortem-editor";
import { RevisionList } from "@/components/postmortems/revision-list";
import { PageHeader } from "@/components/shell/page-header";
import { Time } from "@/components/time";
import { draftOf, getPostmortem, listCitableEvents, listRevisions } from "@/db/queries/postmortems";
import { findIncidentByKey } from "@/db/queries/record";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { readMarkdown } from "@/lib/markdown/read";
import { editPostmortemAction } from "./actions";

type PostmortemPageProps = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: PostmortemPageProps) {
  await requireViewer();
  return { title: `Postmortem of ${(await params).key}` };
}

export default async function PostmortemPage({ params }: PostmortemPageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const incident = findIncidentByKey(viewer, key);
  if (!incident) notFound();
  const stored = getPostmortem(incident.id);
  const note = stored ? (
    <>
      Saved <Time at={stored.updatedAt} /> by {stored.updatedBy}
    </>
  ) : (
    "A draft from the record. Nothing is stored until you save."
  );
  const history = <RevisionList incidentKey={key} revisions={listRevisions(incident.id)} />;

  return (
    <>
      <PageHeader
        title="Postmortem"
        description={
          <Link
            href={`/incidents/${encodeURIComponent(key)}`}
            className="touch-target text-link hover:underline"
          >
            {key}: {incident.title}
          </Link>
        }
      />
      {can(viewer, "postmortem:edit") ? (
        <PostmortemEditor
          incidentKey={key}
          start={stored ?? { body: draftOf(incident.id), version: 0 }}
          events={listCitableEvents(incident.id)}
          action={editPostmortemAction}
          note={note}
        >
          {history}
        </PostmortemEditor>
      ) : stored ? (
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <article className="min-w-0">
            <p className="mb-4 text-[0.8125rem] text-muted-foreground">{note}</p>
            <MarkdownText reading={await readMarkdown(stored.body)} />
          </article>
          {history}
        </div>
      ) : (
        <p>Nobody has written this postmortem yet. Responders can start it from the record.</p>
      )}
    </>
  );
}

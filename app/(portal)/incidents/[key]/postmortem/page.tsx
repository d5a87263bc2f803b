import Link from "next/link";
import { notFound } from "next/navigation";
import { DraftChoice } from "@/components/postmortems/draft/draft-choice";
import { SectionHelp } from "@/components/postmortems/draft/section-help";
import { StartForm } from "@/components/postmortems/draft/start-form";
import { CausesCard } from "@/components/postmortems/causes/causes-card";
import { EditionNote } from "@/components/postmortems/edition-note";
import { EditorFrame } from "@/components/postmortems/editor/editor-frame";
import { ViewTabs } from "@/components/postmortems/editor/view-tabs";
import { WriteView } from "@/components/postmortems/editor/write-view";
import { PictureForm } from "@/components/postmortems/insert/picture-form";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { PostmortemEditor } from "@/components/postmortems/postmortem-editor";
import { PostmortemNav } from "@/components/postmortems/postmortem-nav";
import { DueDates } from "@/components/postmortems/review/due-dates";
import { StateBadge } from "@/components/postmortems/review/state-badge";
import { RevisionList } from "@/components/postmortems/revision-list";
import { PageHeader } from "@/components/shell/page-header";
import { Time } from "@/components/time";
import { listOwners } from "@/db/queries/action-items";
import { getCauses } from "@/db/queries/causes";
import { getEdition } from "@/db/queries/editions";
import { blocksOf } from "@/db/queries/postmortem-blocks";
import { hasDraftNews, listAskedSections } from "@/db/queries/postmortem-drafts";
import { listThreads } from "@/db/queries/postmortem-comments";
import { listTemplates, templateOf } from "@/db/queries/postmortem-templates";
import { findLiveText } from "@/db/queries/postmortem-updates";
import { draftOf, listCitableEvents, listRevisions } from "@/db/queries/postmortems";
import { isEditedSince } from "@/db/queries/publication";
import { readersTextOf } from "@/db/queries/readers-text";
import { listNamesIn } from "@/db/queries/review-checks";
import { getReview } from "@/db/queries/reviews";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { placedThreads } from "@/lib/domain/comment-places";
import { can } from "@/lib/domain/permissions";
import { sectionsOf } from "@/lib/domain/template";
import type { Viewer } from "@/lib/domain/viewer";
import { readMarkdown } from "@/lib/markdown/read";
import { editPostmortemAction } from "./actions";
import { createActionAction } from "./causes/actions";
import {
  addCommentAction,
  editCommentAction,
  reopenThreadAction,
  replyToCommentAction,
  resolveThreadAction,
} from "./comments/actions";
import { startPostmortemAction } from "./draft/actions";
import { addPictureAction } from "./pictures/actions";

const COMMENT_ACTIONS = {
  add: addCommentAction,
  reply: replyToCommentAction,
  edit: editCommentAction,
  resolve: resolveThreadAction,
  reopen: reopenThreadAction,
};

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
  const canEdit = can(viewer, "postmortem:edit");
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
      {stored && !canEdit && <Read incident={incident} stored={stored} viewer={viewer} />}
      {stored && canEdit && view === "markdown" && (
        <Markdown incident={incident} stored={stored} viewer={viewer} />
      )}
      {stored && canEdit && view === "preview" && (
        <Preview incident={incident} stored={stored} viewer={viewer} />
      )}
      {stored && canEdit && view !== "markdown" && view !== "preview" && (
        <Write incident={incident} stored={stored} viewer={viewer} />
      )}
    </>
  );
}

type Incident = { id: number; key: string };
type Stored = NonNullable<ReturnType<typeof findLiveText>>;
type StoredProps = { incident: Incident; stored: Stored };

function Published({ incident }: { incident: Incident }) {
  const edition = getEdition(incident.id);
  const isEdited = edition !== undefined && isEditedSince(incident.id, edition);
  return <EditionNote incidentKey={incident.key} edition={edition} isEdited={isEdited} />;
}

type UnwrittenProps = { incident: Incident; viewer: Viewer; wanted: string | string[] | undefined };

/** What the record gives a template, as long as nobody has written. */
async function Unwritten({ incident, viewer, wanted }: UnwrittenProps) {
  if (!can(viewer, "postmortem:edit")) {
    return <p>Nobody has written this postmortem yet. Responders can start it from the record.</p>;
  }
  const templates = listTemplates();
  const shown = templates.find(({ name }) => name === wanted) ?? templateOf(undefined);
  const draft = draftOf(incident.id, shown);
  return (
    <>
      <StartForm
        key={shown.name}
        incidentKey={incident.key}
        templates={templates}
        chosen={shown.name}
        action={startPostmortemAction}
      />
      <EditorFrame
        bar={<DraftChoice incidentKey={incident.key} templates={templates} shown={shown.name} />}
      >
        <MarkdownText
          reading={await readMarkdown(draft)}
          blocks={blocksOf(viewer, incident.id, draft)}
        />
      </EditorFrame>
    </>
  );
}

async function Read({ incident, stored, viewer }: StoredProps & { viewer: Viewer }) {
  const shown = readersTextOf(viewer, incident.id);
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <article className="min-w-0">
        <p className="mb-4 text-[0.8125rem] text-muted-foreground">{noteOf(stored)}</p>
        <MarkdownText
          reading={await readMarkdown(shown?.body ?? stored.body)}
          blocks={shown?.blocks}
        />
      </article>
      <RevisionList incidentKey={incident.key} revisions={listRevisions(incident.id)} />
    </div>
  );
}

async function Write({ incident, stored, viewer }: StoredProps & { viewer: Viewer }) {
  const blocks = blocksOf(viewer, incident.id, stored.body);
  return (
    <WriteView
      incidentKey={incident.key}
      name={viewer.name}
      facts={{
        incidentKey: incident.key,
        blocks,
        savedAt: stored.updatedAt,
        me: viewer.name,
        threads: placedThreads(listThreads(incident.id), stored.body),
        commentActions: COMMENT_ACTIONS,
        owners: listOwners(viewer),
        createAction: createActionAction,
        causes: getCauses(viewer, incident.key),
        sections: listAskedSections(incident.id),
        hasNews: hasDraftNews(incident.id),
        names: listNamesIn(incident.id, stored.body),
        revisions: listRevisions(incident.id),
      }}
      note={noteOf(stored)}
    >
      <MarkdownText reading={await readMarkdown(stored.body)} blocks={blocks} />
    </WriteView>
  );
}

function Markdown({ incident, stored, viewer }: StoredProps & { viewer: Viewer }) {
  const causes = getCauses(viewer, incident.key);
  return (
    <>
      <div className="mb-3 flex">
        <ViewTabs incidentKey={incident.key} shown="Markdown" />
      </div>
      <PostmortemEditor
        incidentKey={incident.key}
        start={{ body: stored.body, version: stored.version }}
        events={listCitableEvents(incident.id)}
        action={editPostmortemAction}
        note={noteOf(stored)}
      >
        {causes && <CausesCard incidentKey={incident.key} causes={causes} />}
        <PictureForm incidentKey={incident.key} action={addPictureAction} />
        <SectionHelp
          incidentKey={incident.key}
          sections={sectionsOf(stored.body, { sections: listAskedSections(incident.id) })}
          hasNews={hasDraftNews(incident.id)}
        />
        <RevisionList incidentKey={incident.key} revisions={listRevisions(incident.id)} />
      </PostmortemEditor>
    </>
  );
}

async function Preview({ incident, stored, viewer }: StoredProps & { viewer: Viewer }) {
  return (
    <EditorFrame
      bar={
        <>
          <ViewTabs incidentKey={incident.key} shown="Preview" />
          <p className="min-w-0 text-[0.8125rem] text-muted-foreground">{noteOf(stored)}</p>
        </>
      }
    >
      <MarkdownText
        reading={await readMarkdown(stored.body)}
        blocks={blocksOf(viewer, incident.id, stored.body)}
      />
    </EditorFrame>
  );
}

const noteOf = ({ updatedAt, updatedBy }: Stored) => (
  <>
    Saved <Time at={updatedAt} /> by {updatedBy}
  </>
);

import { Guided } from "@/components/action-items/deadlines/guided";
import { CausesCard } from "@/components/postmortems/causes/causes-card";
import { SectionHelp } from "@/components/postmortems/draft/section-help";
import { EditorFrame } from "@/components/postmortems/editor/editor-frame";
import { ViewTabs } from "@/components/postmortems/editor/view-tabs";
import { WriteView } from "@/components/postmortems/editor/write-view";
import { PictureForm } from "@/components/postmortems/insert/picture-form";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { PostmortemEditor } from "@/components/postmortems/postmortem-editor";
import { RevisionList } from "@/components/postmortems/revision-list";
import { Time } from "@/components/time";
import { listOwners } from "@/db/queries/action-items";
import { getCauses } from "@/db/queries/causes";
import { deadlineGuide } from "@/db/queries/deadline-guide";
import { blocksOf } from "@/db/queries/postmortem-blocks";
import { listThreads } from "@/db/queries/postmortem-comments";
import { hasDraftNews, listAskedSections } from "@/db/queries/postmortem-drafts";
import type { findLiveText } from "@/db/queries/postmortem-updates";
import { listCitableEvents, listRevisions } from "@/db/queries/postmortems";
import { readersTextOf } from "@/db/queries/readers-text";
import { listNamesIn } from "@/db/queries/review-checks";
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
import { addPictureAction } from "./pictures/actions";

const COMMENT_ACTIONS = {
  add: addCommentAction,
  reply: replyToCommentAction,
  edit: editCommentAction,
  resolve: resolveThreadAction,
  reopen: reopenThreadAction,
};

type Stored = NonNullable<ReturnType<typeof findLiveText>>;
type WrittenProps = { incident: { id: number; key: string }; stored: Stored; viewer: Viewer };

/** A text in the view that was asked for; those who may not write read it. */
export function Written({
  view,
  ...props
}: WrittenProps & { view: string | string[] | undefined }) {
  if (!can(props.viewer, "postmortem:edit")) return <Read {...props} />;
  if (view === "markdown") return <Markdown {...props} />;
  return view === "preview" ? <Preview {...props} /> : <Write {...props} />;
}

/** The text for those who only read it. */
async function Read({ incident, stored, viewer }: WrittenProps) {
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

/** The text as it is written, for the rich editor to take over. */
async function Write({ incident, stored, viewer }: WrittenProps) {
  const blocks = blocksOf(viewer, incident.id, stored.body);
  const owners = listOwners(viewer);
  return (
    <Guided guide={deadlineGuide(viewer, { key: incident.key, owners })}>
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
          owners,
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
    </Guided>
  );
}

/** The text in a plain field, which needs no scripts. */
function Markdown({ incident, stored, viewer }: WrittenProps) {
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

/** The text as readers see it. */
async function Preview({ incident, stored, viewer }: WrittenProps) {
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

import { DraftChoice } from "@/components/postmortems/draft/draft-choice";
import { StartForm } from "@/components/postmortems/draft/start-form";
import { EditorFrame } from "@/components/postmortems/editor/editor-frame";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { blocksOf } from "@/db/queries/postmortem-blocks";
import { listTemplates, templateOf } from "@/db/queries/postmortem-templates";
import { draftOf } from "@/db/queries/postmortems";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import { readMarkdown } from "@/lib/markdown/read";
import { startPostmortemAction } from "./draft/actions";

type UnwrittenProps = {
  incident: { id: number; key: string };
  viewer: Viewer;
  wanted: string | string[] | undefined;
};

/** What the record gives a template, as long as nobody has written. */
export async function Unwritten({ incident, viewer, wanted }: UnwrittenProps) {
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

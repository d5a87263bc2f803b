import type { FormAction } from "@/components/form/use-form";
import { Composer } from "./composer";
import { ReopenForm, ResolveForm } from "./end-forms";
import { EventForm } from "./event-form";
import { UpdateDrafts } from "./update-drafts";
import { UpdateForm } from "./update-form";
import type { UpdateSubject } from "./update-subject";

export type IncidentActions = {
  postUpdate: FormAction;
  addEvent: FormAction;
  resolve: FormAction;
  reopen: FormAction;
  discardDraft: FormAction;
};

type WritePanelProps = {
  subject: UpdateSubject;
  actions: IncidentActions;
  open: boolean;
  /** The draft that the composer begins with, by its id. */
  using: number | undefined;
};

/** What responders do here: tell people, keep the story, end the incident or take that back. */
export function WritePanel({ subject, actions, open, using }: WritePanelProps) {
  const { key, isOver, drafts } = subject;
  const draft = drafts.find(({ id }) => id === using);
  return (
    <>
      <Composer>
        <UpdateForm action={actions.postUpdate} subject={subject} draft={draft} open={open} />
        <EventForm action={actions.addEvent} incidentKey={key} />
        {isOver ? (
          <ReopenForm action={actions.reopen} incidentKey={key} />
        ) : (
          <ResolveForm action={actions.resolve} incidentKey={key} warnings={subject.endWarnings} />
        )}
      </Composer>
      <UpdateDrafts
        incidentKey={key}
        drafts={drafts.filter((each) => each !== draft)}
        discard={actions.discardDraft}
      />
    </>
  );
}

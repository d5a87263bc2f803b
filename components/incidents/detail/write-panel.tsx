import type { FormAction } from "@/components/form/use-form";
import { Composer } from "./composer";
import { ReopenForm, ResolveForm } from "./end-forms";
import { EventForm } from "./event-form";
import { UpdateForm } from "./update-form";
import type { UpdateSubject } from "./update-subject";

export type IncidentActions = {
  postUpdate: FormAction;
  addEvent: FormAction;
  resolve: FormAction;
  reopen: FormAction;
};

type WritePanelProps = {
  subject: UpdateSubject;
  actions: IncidentActions;
  open: boolean;
};

/** What responders do here: tell people, keep the story, end the incident or take that back. */
export function WritePanel({ subject, actions, open }: WritePanelProps) {
  const { key, isOver } = subject;
  return (
    <Composer>
      <UpdateForm action={actions.postUpdate} subject={subject} open={open} />
      <EventForm action={actions.addEvent} incidentKey={key} />
      {isOver ? (
        <ReopenForm action={actions.reopen} incidentKey={key} />
      ) : (
        <ResolveForm action={actions.resolve} incidentKey={key} warnings={subject.endWarnings} />
      )}
    </Composer>
  );
}

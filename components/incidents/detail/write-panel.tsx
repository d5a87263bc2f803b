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
  /** How many events and messages there are: a form that was sent is made anew. */
  written: { events: number; messages: number };
  open: boolean;
};

/** What responders do here: tell people, keep the story, end the incident or take that back. */
export function WritePanel({ subject, actions, written, open }: WritePanelProps) {
  const { key, isOver } = subject;
  return (
    <Composer>
      <UpdateForm
        key={`update ${written.messages}`}
        action={actions.postUpdate}
        subject={subject}
        open={open}
      />
      <EventForm key={`event ${written.events}`} action={actions.addEvent} incidentKey={key} />
      {isOver ? (
        <ReopenForm action={actions.reopen} incidentKey={key} />
      ) : (
        <ResolveForm action={actions.resolve} incidentKey={key} />
      )}
    </Composer>
  );
}

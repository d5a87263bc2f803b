import { CircleCheck, Megaphone, Plus, RotateCcw } from "lucide-react";
import type { FormAction } from "@/components/form/use-form";
import { Composer, ComposerForm } from "./composer";
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

type WritePanelProps = { subject: UpdateSubject; actions: IncidentActions; open: boolean };

/** What responders do here: tell people, keep the story, end the incident or take that back. */
export function WritePanel({ subject, actions, open }: WritePanelProps) {
  const { key, isOver } = subject;
  return (
    <Composer>
      <ComposerForm label="Post update" Icon={Megaphone} open={open} isMain={!isOver}>
        <UpdateForm action={actions.postUpdate} subject={subject} />
      </ComposerForm>
      <ComposerForm label="Add to timeline" Icon={Plus}>
        <EventForm action={actions.addEvent} incidentKey={key} />
      </ComposerForm>
      {isOver ? (
        <ComposerForm label="Reopen" Icon={RotateCcw}>
          <ReopenForm action={actions.reopen} incidentKey={key} />
        </ComposerForm>
      ) : (
        <ComposerForm label="Resolve" Icon={CircleCheck}>
          <ResolveForm action={actions.resolve} incidentKey={key} />
        </ComposerForm>
      )}
    </Composer>
  );
}

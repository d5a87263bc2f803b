"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import type { IncidentLink } from "@/db/queries/incident-links";
import { humanize } from "@/lib/format";
import { IncidentLine } from "./incident-line";

type LinkedItemProps = {
  incidentKey: string;
  link: IncidentLink;
  unlinkAction: FormAction | undefined;
};

/** An incident that someone linked, with why, by whom, and how it stands. */
export function LinkedItem({ incidentKey, link, unlinkAction }: LinkedItemProps) {
  const { key, status, mergedIntoId, note, linkedBy, linkedAt } = link;
  return (
    <li className="grid gap-0.5">
      <IncidentLine incident={link} />
      {note && <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{note}</p>}
      <p className="text-xs leading-5 text-muted-foreground">
        {mergedIntoId === null ? humanize(status) : "Merged into another incident"}. Linked by{" "}
        {linkedBy}, <Time at={linkedAt} />
      </p>
      {unlinkAction && (
        <UnlinkForm action={unlinkAction} incidentKey={incidentKey} otherKey={key} />
      )}
    </li>
  );
}

type UnlinkFormProps = { action: FormAction; incidentKey: string; otherKey: string };

function UnlinkForm({ action, incidentKey, otherKey }: UnlinkFormProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form}>
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="other" value={otherKey} />
      <SubmitButton variant="ghost" size="sm" className="-ms-2.5">
        Unlink<span className="sr-only"> {otherKey}</span>
      </SubmitButton>
    </form>
  );
}

"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { INCIDENT_STATUSES, type IncidentStatus } from "@/lib/domain/incident";
import { humanize } from "@/lib/format";
import { StatusStepper } from "./status-stepper";

const LOOK =
  "touch-target inline-flex h-7 items-center px-0 text-[0.8125rem] font-normal text-muted-foreground underline decoration-border underline-offset-4 hover:text-link max-sm:text-xs pointer-coarse:h-11";

type StatusStepsProps = {
  action: FormAction;
  incidentKey: string;
  status: string;
  isOver: boolean;
};

/** The way through the statuses, each step of which is one press; the two ends ask for words first. */
export function StatusSteps({ action, incidentKey, status, isOver }: StatusStepsProps) {
  const { form, result } = useForm(action);
  const present = INCIDENT_STATUSES.findIndex((known) => known === status);
  const next = INCIDENT_STATUSES[present + 1];

  function stepTo(step: IncidentStatus) {
    const shortcut = step === next ? { "aria-keyshortcuts": "s", "data-focus": true } : {};
    const title = step === next ? `${humanize(step)} (S)` : undefined;
    if (step === "resolved" || isOver) {
      const href = isOver ? "#reopen-reason" : "#resolve-description";
      return (
        <a href={href} title={title} className={LOOK} {...shortcut}>
          {humanize(step)}
        </a>
      );
    }
    return (
      <form {...form}>
        <input type="hidden" name="key" value={incidentKey} />
        <input type="hidden" name="seenStatus" value={status} />
        <SubmitButton
          name="status"
          value={step}
          title={title}
          variant="link"
          className={LOOK}
          {...shortcut}
        >
          {humanize(step)}
        </SubmitButton>
      </form>
    );
  }

  return (
    <div className="grid gap-2">
      <StatusStepper status={status} stepTo={stepTo} />
      <FormError result={result} />
    </div>
  );
}

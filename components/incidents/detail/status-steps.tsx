"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { buttonVariants } from "@/components/ui/button";
import { INCIDENT_STATUSES, type IncidentStatus } from "@/lib/domain/incident";
import { humanize } from "@/lib/format";
import { cn } from "@/lib/utils";
import { StatusStepper } from "./status-stepper";

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
    const look = cn(buttonVariants({ variant: "ghost", size: "sm" }), "px-1.5 max-sm:text-xs");
    const shortcut = step === next ? { "aria-keyshortcuts": "s", "data-focus": true } : {};
    const title = step === next ? `${humanize(step)} (S)` : undefined;
    if (step === "resolved" || isOver) {
      const href = isOver ? "#reopen-reason" : "#resolve-description";
      return (
        <a href={href} title={title} className={look} {...shortcut}>
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
          variant="ghost"
          size="sm"
          className="px-1.5 max-sm:text-xs"
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

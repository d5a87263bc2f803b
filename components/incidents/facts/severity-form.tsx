"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { SEVERITY_MEANINGS } from "@/components/incidents/severity-words";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { SEVERITIES, type Severity } from "@/lib/domain/incident";
import type { Computed } from "@/lib/domain/severity-choice";

type SeverityFormProps = {
  action: FormAction;
  incidentKey: string;
  severity: Severity;
  computed: Computed | undefined;
};

/** Gives the incident another severity. */
export function SeverityForm({ action, incidentKey, severity, computed }: SeverityFormProps) {
  const sent = useForm(action);
  const { shown, text, hold } = useSeen(sent, severity);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const [chosen, choose] = useState(values.severity);
  const needsReason =
    computed !== undefined && chosen !== undefined && chosen !== computed.severity;

  return (
    <Disclosure
      key={attempt}
      summary="Change severity"
      open={isRefused}
      className="mt-2 print:hidden"
    >
      <form {...form} onInput={hold} className="grid gap-3">
        <FormError result={result} />
        <input type="hidden" name="key" value={incidentKey} />
        <input type="hidden" name="seen" value={text} />
        <RadioGroup legend="New severity" key={shown}>
          {SEVERITIES.map((each) => (
            <RadioCard
              key={each}
              id={each === shown ? "change-severity" : undefined}
              name="severity"
              value={each}
              required
              defaultChecked={each === (values.severity ?? shown)}
              onChange={() => choose(each)}
              description={SEVERITY_MEANINGS[each]}
            >
              <SeverityBadge severity={each} withName />
              {each === shown && (
                <span className="ms-2 font-normal text-muted-foreground">now</span>
              )}
              {each === computed?.severity && (
                <span className="ms-2 font-normal text-muted-foreground">computed</span>
              )}
            </RadioCard>
          ))}
        </RadioGroup>
        <Field
          label="Why"
          name="reason"
          required={needsReason}
          error={problems.reason}
          hint={
            computed
              ? `One line. It is needed where your choice is not the computed ${computed.severity}.`
              : "One line; it may stay empty."
          }
        >
          <Input maxLength={500} autoComplete="off" defaultValue={values.reason} />
        </Field>
        <div>
          <SubmitButton size="sm">Change severity</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}

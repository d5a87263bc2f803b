"use client";

import { Scale } from "lucide-react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { StateFields } from "./state-fields";

type CorrectionFormProps = {
  action: FormAction;
  /** What it is about: the component, and the state if there is one. */
  about: Record<string, string | number>;
  /** The state and time to begin with; `none` for a form without them. */
  standing: { status: string; at: number } | "none" | undefined;
  label: string;
  /** The words that open it, where it is folded up at first. */
  summary?: string;
  isDestructive?: boolean;
  /** True where the form appears because somebody wants to write. */
  focuses?: boolean;
};

/** A change of the past: it first says what it changes, and is done once that was seen. */
export function CorrectionForm(props: CorrectionFormProps) {
  const { action, about, standing, label, summary } = props;
  const { form, result, attempt, isRefused, values, problems } = useForm(action);
  const told = result && !result.ok && typeof result.conflict === "string" ? result : undefined;
  const confirms = typeof told?.conflict === "string" ? told.conflict : (values.confirms ?? "");

  const fields = (
    <form key={attempt} {...form} className="grid gap-4">
      {told ? (
        <Alert role="alert" variant="info">
          <Scale aria-hidden />
          <AlertDescription>{told.error} Nothing is changed yet.</AlertDescription>
        </Alert>
      ) : (
        <FormError result={result} />
      )}
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="confirms" value={confirms} />
      {standing !== "none" && (
        <StateFields
          values={values}
          problems={problems}
          {...(standing && { standing })}
          focuses={props.focuses ?? false}
          isTimeRequired
        />
      )}
      <Field
        label="Why"
        name="reason"
        required
        error={problems.reason}
        hint="For the audit log. Readers never see it."
      >
        <Input defaultValue={values.reason} maxLength={300} autoComplete="off" />
      </Field>
      <div>
        <SubmitButton
          variant={told && props.isDestructive ? "destructive" : told ? "default" : "outline"}
        >
          {told ? label : "See what it changes"}
        </SubmitButton>
      </div>
    </form>
  );
  if (summary === undefined) return fields;
  return (
    <Disclosure open={isRefused} summary={summary}>
      {fields}
    </Disclosure>
  );
}

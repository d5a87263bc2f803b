"use client";

import { CircleCheck } from "lucide-react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { ZONES_LIST } from "@/components/teams/zones";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { OwnChoices as Choices } from "@/db/queries/notification-choices";
import { HAPPENING_NAMES, HAPPENINGS, isPersonal, type Happening } from "@/lib/domain/happenings";
import { choicesFor, type HearingChoice } from "@/lib/domain/hearing";

const WORDS: Record<HearingChoice, string> = {
  never: "Never",
  mine: "What concerns me",
  all: "Every incident",
};

type OwnChoicesProps = { own: Choices; action: FormAction };

/** What somebody wants to be told by mail, and when not. */
export function OwnChoices({ own, action }: OwnChoicesProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(action);
  const breaksThrough = isRefused ? values.sev1BreaksThrough === "on" : own.sev1BreaksThrough;

  return (
    <form key={attempt} {...form} className="grid gap-6" noValidate>
      <FormError result={result} />
      {result?.ok && (
        <Alert role="status" variant="success">
          <CircleCheck aria-hidden />
          <AlertDescription>Your choices are saved.</AlertDescription>
        </Alert>
      )}
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-medium">What you hear of by mail</legend>
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {HAPPENINGS.map((happening) => (
            <Field key={happening} label={HAPPENING_NAMES[happening]} name={`choice.${happening}`}>
              <NativeSelect defaultValue={values[`choice.${happening}`] ?? own.choices[happening]}>
                {choicesFor(happening).map((choice) => (
                  <option key={choice} value={choice}>
                    {wordsFor(happening, choice)}
                  </option>
                ))}
              </NativeSelect>
            </Field>
          ))}
        </div>
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-medium">Quiet hours</legend>
        <p className="text-sm text-muted-foreground">
          What happens then is told when they end. Empty means that there are none. A call to come
          and respond rings at any hour.
        </p>
        <div className="grid items-start gap-4 sm:grid-cols-[8rem_8rem_minmax(0,1fr)]">
          <Field label="From" name="quietFrom" error={problems.quietFrom}>
            <Input type="time" defaultValue={values.quietFrom ?? own.quietFrom ?? ""} />
          </Field>
          <Field label="Until" name="quietUntil" error={problems.quietUntil}>
            <Input type="time" defaultValue={values.quietUntil ?? own.quietUntil ?? ""} />
          </Field>
          <Field label="Time zone" name="zone" error={problems.zone} required>
            <Input list={ZONES_LIST} defaultValue={values.zone ?? own.zone} autoComplete="off" />
          </Field>
        </div>
        <label className="touch-target flex items-center gap-2 text-sm">
          <Checkbox name="sev1BreaksThrough" value="on" defaultChecked={breaksThrough} />A SEV1
          breaks through
        </label>
      </fieldset>
      <SubmitButton className="justify-self-start">Save choices</SubmitButton>
    </form>
  );
}

const wordsFor = (happening: Happening, choice: HearingChoice) =>
  isPersonal(happening) && choice === "mine" ? "When it is mine" : WORDS[choice];

"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { DEFAULT_CALENDAR } from "@/lib/domain/working-days";
import { dayValues, TeamFields } from "./team-fields";

const USUAL = { zone: DEFAULT_CALENDAR.zone, ...dayValues(DEFAULT_CALENDAR.workingDays) };

export function AddTeam({ action }: { action: FormAction }) {
  const { form, result, attempt, isRefused, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-4">
      <FormError result={result} />
      <TeamFields values={isRefused ? values : USUAL} problems={problems} />
      <div>
        <SubmitButton>Add team</SubmitButton>
      </div>
    </form>
  );
}

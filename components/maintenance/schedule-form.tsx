"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import type { WorkComponent } from "@/db/queries/maintenances";
import { PlanFields } from "./plan-fields";

type ScheduleFormProps = {
  zone: string;
  components: WorkComponent[];
  /** What the form begins with, by field. */
  start: Record<string, string>;
  action: FormAction;
};

const MESSAGE = {
  label: "Announcement",
  hint: "What is done, and what customers notice of it. It is public at once.",
  isRequired: true,
};

const NOTHING_SEEN = { overlaps: [] };

/** Announces work. */
export function ScheduleForm({ zone, components, start, action }: ScheduleFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const seen = useSeen(sent, NOTHING_SEEN);
  return (
    <form key={attempt} {...form} onChange={seen.hold} className="grid gap-5">
      <FormError result={result} />
      <input type="hidden" name="seen" value={seen.text} />
      <PlanFields
        zone={zone}
        components={components}
        values={isRefused ? values : start}
        problems={problems}
        message={MESSAGE}
      />
      <div>
        <SubmitButton>Schedule maintenance</SubmitButton>
      </div>
    </form>
  );
}

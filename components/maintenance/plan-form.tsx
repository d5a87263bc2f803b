"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import type { WorkComponent } from "@/db/queries/maintenances";
import { PlanFields } from "./plan-fields";

type PlanFormProps = {
  work: { id: string; version: number; isBegun: boolean };
  zone: string;
  components: WorkComponent[];
  /** What is planned, by field. */
  standing: Record<string, string>;
  action: FormAction;
};

const MESSAGE = {
  label: "What customers are told of another time",
  hint: "Only where the window changes. Without it, both times are told.",
  isRequired: false,
};

/** Changes a plan. */
export function PlanForm({ work, zone, components, standing, action }: PlanFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const seen = useSeen<{ version: number; overlaps: string[] }>(sent, {
    version: work.version,
    overlaps: [],
  });
  return (
    <Disclosure open={isRefused} summary="Change the plan">
      <form
        key={`${attempt} ${seen.shown.version}`}
        {...form}
        onChange={seen.hold}
        className="grid gap-5 pb-2"
      >
        <FormError result={result} />
        <input type="hidden" name="id" value={work.id} />
        <input type="hidden" name="seen" value={seen.text} />
        <PlanFields
          zone={zone}
          components={components}
          values={isRefused ? values : standing}
          problems={problems}
          message={MESSAGE}
          isBegun={work.isBegun}
        />
        <div>
          <SubmitButton>Save the plan</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}

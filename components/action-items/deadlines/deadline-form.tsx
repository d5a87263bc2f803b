"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { DeadlineField } from "./deadline-field";

type DeadlineFormProps = {
  item: {
    id: number;
    deadline: string | null;
    owner: string | null;
    priority: string | null;
    incidentKey: string;
  };
  action: FormAction;
};

/** Sets the day of an item, or that it has none. */
export function DeadlineForm({ item, action }: DeadlineFormProps) {
  const { id, owner, priority, incidentKey } = item;
  const sent = useForm(action);
  const { form, result, attempt, values, problems } = sent;
  const seen = useSeen(sent, item.deadline ?? "");
  const standing = { deadline: seen.shown, ...(owner && { owner }), ...(priority && { priority }) };

  return (
    <form key={attempt} {...form} onChange={seen.hold} className="@container">
      <div className="grid gap-3">
        <FormError result={result} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seen.text} />
        <DeadlineField
          key={seen.shown}
          values={{ ...standing, key: incidentKey, ...values }}
          problems={problems}
          standing={seen.shown}
        />
        <div>
          <SubmitButton size="sm">Save the deadline</SubmitButton>
        </div>
      </div>
    </form>
  );
}

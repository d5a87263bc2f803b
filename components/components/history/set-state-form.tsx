"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import type { ComponentStatus } from "@/lib/domain/component";
import { StateFields } from "./state-fields";

type SetStateFormProps = {
  component: { publicId: string; status: ComponentStatus };
  action: FormAction;
};

/** Sets how a component is without an incident. */
export function SetStateForm({ component: { publicId, status }, action }: SetStateFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, values, problems } = sent;
  const seen = useSeen(sent, status);
  return (
    <form key={`${attempt} ${seen.shown}`} {...form} onChange={seen.hold} className="grid gap-4">
      <FormError result={result} />
      <input type="hidden" name="component" value={publicId} />
      <input type="hidden" name="seen" value={seen.text} />
      <StateFields
        values={values}
        problems={problems}
        without={seen.shown}
        timeHint="Leave it empty for the present time."
      />
      <div>
        <SubmitButton>Set state</SubmitButton>
      </div>
    </form>
  );
}

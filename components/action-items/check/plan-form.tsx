"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import type { CheckSeen } from "@/lib/domain/check";

type PlanFormProps = { id: number; check: CheckSeen; action: FormAction };

/** Says what is to be looked at later, and when. */
export function PlanForm({ id, check, action }: PlanFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const seen = useSeen(sent, check);
  const isOver = seen.shown.result !== null;
  const shown = isRefused
    ? values
    : { text: seen.shown.text ?? "", due: isOver ? "" : (seen.shown.due ?? "") };

  return (
    <Disclosure key={attempt} summary={titleOf(check)} open={isRefused} className="print:hidden">
      <form {...form} onInput={seen.hold} className="grid gap-3">
        <FormError result={result} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seen.text} />
        <div key={JSON.stringify(seen.shown)} className="grid gap-3">
          <Field
            label="What is to be seen"
            name="text"
            error={problems.text}
            hint="Such as “the alert fires at 70 %”. Leave both empty for no check."
          >
            <Input maxLength={500} defaultValue={shown.text ?? ""} />
          </Field>
          <Field label="On" name="due" error={problems.due}>
            <Input type="date" defaultValue={shown.due ?? ""} className="w-44" />
          </Field>
        </div>
        <div>
          <SubmitButton variant="outline" size="sm">
            Save check
          </SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}

function titleOf({ text, result }: CheckSeen): string {
  if (text === null) return "Plan a check";
  return result === null ? "Change the check" : "Check again";
}

"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";

type AskFormProps = {
  action: FormAction;
  incidentKey: string;
  seenState: number;
  people: { userId: number; name: string; isChosen: boolean }[];
  /** As the browser's field takes it, in UTC. */
  dueAt: string;
};

/** Asks people for a review by a time. */
export function AskForm({ action, incidentKey, seenState, people, dueAt }: AskFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  const [problem] = problems.reviewers ?? [];
  return (
    <form key={attempt} {...form} className="grid gap-3">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="seenState" value={seenState} />
      <fieldset className="grid gap-1" aria-describedby={problem && "reviewers-problem"}>
        <legend className="mb-1 font-medium">Who should review it</legend>
        <div className="grid max-h-56 gap-0.5 overflow-y-auto">
          {people.map(({ userId, name, isChosen }) => (
            <label
              key={userId}
              className="flex min-h-7 items-center gap-2 rounded-sm pointer-coarse:min-h-11"
            >
              <Checkbox name="reviewers" value={userId} defaultChecked={isChosen} />
              {name}
            </label>
          ))}
        </div>
        {problem && (
          <p id="reviewers-problem" className="font-medium text-danger">
            {problem}
          </p>
        )}
      </fieldset>
      <Field label="By when, in UTC" name="dueAt" required error={problems.dueAt}>
        <Input type="datetime-local" defaultValue={values.dueAt ?? dueAt} />
      </Field>
      <div>
        <SubmitButton size="sm">Ask for review</SubmitButton>
      </div>
    </form>
  );
}

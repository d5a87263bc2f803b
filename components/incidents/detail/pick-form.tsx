"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { RadioGroupItem } from "@/components/ui/radio-group";
import type { CandidateView } from "@/db/queries/milestones";
import type { Milestone } from "@/lib/domain/milestones";
import { CandidateText } from "./candidate-text";

type TakeBackFormProps = {
  action: FormAction;
  incidentKey: string;
  milestone: Milestone;
  /** The pick that stands, or "default". */
  seen: string;
};
type PickFormProps = TakeBackFormProps & { candidates: CandidateView[] };

/** Chooses what a milestone is measured at. */
export function PickForm({ action, incidentKey, milestone, seen, candidates }: PickFormProps) {
  const { form, result, attempt } = useForm(action);

  return (
    <form key={attempt} {...form} className="grid gap-3">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="milestone" value={milestone} />
      <input type="hidden" name="seen" value={seen} />
      <fieldset className="grid gap-2.5">
        <legend className="sr-only">Where “{milestone}” is measured</legend>
        {candidates.map((candidate) => (
          <label key={candidate.value} className="flex items-start gap-2">
            <RadioGroupItem
              name="candidate"
              value={candidate.isDefault ? "default" : candidate.value}
              defaultChecked={candidate.isChosen}
              className="mt-0.5"
            />
            <CandidateText candidate={candidate} />
          </label>
        ))}
      </fieldset>
      <div>
        <SubmitButton variant="outline" size="sm">
          Measure it there
        </SubmitButton>
      </div>
    </form>
  );
}

/** Leaves a milestone to what the record suggests. */
export function TakeBackForm({ action, incidentKey, milestone, seen }: TakeBackFormProps) {
  const { form, result, attempt } = useForm(action);

  return (
    <form key={attempt} {...form} className="grid gap-2 print:hidden">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="milestone" value={milestone} />
      <input type="hidden" name="candidate" value="default" />
      <input type="hidden" name="seen" value={seen} />
      <SubmitButton variant="outline" size="sm">
        Take the pick back
      </SubmitButton>
    </form>
  );
}

"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Disclosure } from "@/components/ui/disclosure";
import type { WaitingQuestion } from "@/db/queries/gap-questions";
import { timeBetween } from "@/lib/domain/story";
import { EventFields } from "./event-fields";

type AnswerFormProps = { question: WaitingQuestion; answer: FormAction; pass: FormAction };

/** Tells what happened in a silence, once or several times, or that one has nothing to tell. */
export function AnswerForm({ question, answer, pass }: AnswerFormProps) {
  const { id, key, startsAt, endsAt } = question;
  const { form, result, attempt, isRefused, values, problems } = useForm(answer);
  const passing = useForm(pass);
  return (
    <Disclosure summary="Answer" open={isRefused || passing.isRefused}>
      <form key={attempt} {...form} className="grid gap-4">
        <FormError result={result} />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="question" value={id} />
        <EventFields
          values={values}
          problems={problems}
          standing={{ at: timeBetween(startsAt, endsAt) }}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="then" value="done">
            Add and answer
          </SubmitButton>
          <SubmitButton name="then" value="more" variant="outline">
            Add, then add another
          </SubmitButton>
        </div>
      </form>
      <form {...passing.form} className="mt-2 grid justify-items-start gap-2">
        <FormError result={passing.result} />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="question" value={id} />
        <SubmitButton variant="ghost">I have nothing to add</SubmitButton>
      </form>
    </Disclosure>
  );
}

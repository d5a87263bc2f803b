"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/textarea";
import { LONGEST_ANSWER } from "@/lib/domain/share-question";

type AnswerQuestionFormsProps = {
  incidentKey: string;
  question: {
    id: number;
    version: number;
    text: string;
    answer: string | null;
    answeredAt: number | null;
  };
  answer: FormAction;
  close: FormAction;
};

/** Answers a question on the page of its link, puts the answer right, or closes it without one. */
export function AnswerQuestionForms({
  incidentKey,
  question,
  ...actions
}: AnswerQuestionFormsProps) {
  const answering = useForm(actions.answer);
  const closing = useForm(actions.close);
  const isOpen = question.answeredAt === null;
  const named = (
    <>
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="question" value={question.id} />
      <input type="hidden" name="version" value={question.version} />
    </>
  );
  return (
    <Disclosure
      summary={isOpen ? "Answer" : "Change the answer"}
      open={answering.isRefused || closing.isRefused}
      className="print:hidden"
    >
      <form key={answering.attempt} {...answering.form} className="grid max-w-prose gap-3">
        <FormError result={answering.result} />
        {named}
        <Field
          label="Answer"
          name="answer"
          hint="Everybody with that link reads it. E-mail addresses in it are hidden."
          error={answering.problems.answer}
          required
        >
          <Textarea
            rows={3}
            maxLength={LONGEST_ANSWER}
            defaultValue={answering.values.answer ?? question.answer ?? ""}
          />
        </Field>
        <SubmitButton className="w-fit">Answer on their page</SubmitButton>
      </form>
      {isOpen && (
        <form {...closing.form} className="mt-2 grid justify-items-start gap-2">
          <FormError result={closing.result} />
          {named}
          <SubmitButton variant="ghost">Close without an answer</SubmitButton>
        </form>
      )}
    </Disclosure>
  );
}

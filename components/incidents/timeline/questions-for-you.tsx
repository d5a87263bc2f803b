import type { FormAction } from "@/components/form/use-form";
import type { WaitingQuestion } from "@/db/queries/gap-questions";
import { formatTime } from "@/lib/format";
import { AnswerForm } from "./answer-form";

type QuestionsForYouProps = {
  questions: WaitingQuestion[];
  /** Left out for those who may only read. */
  actions: { answer: FormAction; pass: FormAction } | undefined;
};

/** What somebody asks this person about the silences of an incident. */
export function QuestionsForYou({ questions, actions }: QuestionsForYouProps) {
  if (questions.length === 0) return null;
  return (
    <div className="mt-3 grid gap-3 print:hidden">
      {questions.map((question) => {
        const { id, askedBy, startsAt, endsAt, note } = question;
        return (
          <section
            key={id}
            id={`question-${id}`}
            aria-labelledby={`question-${id}-title`}
            className="rounded-lg border border-ring bg-info-surface p-4"
          >
            <h2 id={`question-${id}-title`} className="text-sm font-semibold">
              {askedBy} asks you: what happened between {formatTime(startsAt)} and{" "}
              {formatTime(endsAt)}?
            </h2>
            <p className="mt-1 max-w-prose whitespace-pre-wrap wrap-anywhere">{note}</p>
            {actions ? (
              <AnswerForm question={question} {...actions} />
            ) : (
              <p className="mt-1 text-[0.8125rem] text-muted-foreground">
                You may read here and not write. Tell {askedBy} what you know.
              </p>
            )}
          </section>
        );
      })}
    </div>
  );
}

import { Section } from "@/components/incidents/detail/section";
import type { FormAction } from "@/components/form/use-form";
import { UpdateText } from "@/components/status-words/update-text";
import { Time } from "@/components/time";
import type { ShareQuestion } from "@/db/queries/share-links";
import { AnswerQuestionForms } from "./answer-question";

type AskedQuestionsProps = {
  incidentKey: string;
  questions: ShareQuestion[];
  /** Left out for those who may only read. */
  actions: { answer: FormAction; close: FormAction } | undefined;
};

/** What people with share links asked, with what they were answered. */
export function AskedQuestions({ incidentKey, questions, actions }: AskedQuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <Section id="asked" title="Questions from share links">
      <ol className="divide-y divide-border">
        {questions.map((question) => (
          <li
            key={question.id}
            id={`asked-${question.id}`}
            className="grid gap-1 py-3 first:pt-0 last:pb-0"
          >
            <p className="text-[0.8125rem] text-muted-foreground wrap-anywhere">
              {question.asker ?? "Somebody"}, with the link for {question.label},{" "}
              <Time at={question.askedAt} />
            </p>
            <UpdateText body={question.text} className="max-w-prose font-medium" />
            <Outcome question={question} />
            {actions && (
              <AnswerQuestionForms incidentKey={incidentKey} question={question} {...actions} />
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Outcome({ question: { answer, answeredAt, answeredBy } }: { question: ShareQuestion }) {
  if (answeredAt === null) return <p className="font-medium text-warning">Waits for an answer</p>;
  return (
    <>
      {answer !== null && <UpdateText body={answer} className="max-w-prose" />}
      <p className="text-[0.8125rem] text-muted-foreground">
        {answer === null ? "Closed without an answer by" : "Answered by"} {answeredBy},{" "}
        <Time at={answeredAt} />
      </p>
    </>
  );
}

import { UpdateText } from "@/components/status-words/update-text";
import { Time } from "@/components/time";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { AskedQuestion } from "@/db/queries/public/share-questions";
import { LONGEST_QUESTION } from "@/lib/domain/share-question";
import { NewMark } from "./new-mark";
import { SharedSection } from "./shared-section";

type SharedQuestionsProps = {
  /** Where the form is sent; left out where nobody can ask. */
  action: string | undefined;
  questions: AskedQuestion[];
  since: number | undefined;
  wasAsked: boolean;
};

/** What the link's readers asked, what they were answered, and a form to ask more. */
export function SharedQuestions({ action, questions, since, wasAsked }: SharedQuestionsProps) {
  return (
    <SharedSection title="Questions" id="questions">
      {wasAsked && (
        <p role="status" className="mb-4 rounded-lg bg-success-surface px-3 py-2 text-success">
          Your question reached the people who run this incident. Their answer will stand here.
        </p>
      )}
      {questions.length > 0 && (
        <ol className="mb-5 space-y-4">
          {questions.map((asked) => (
            <Asked key={asked.id} asked={asked} since={since} />
          ))}
        </ol>
      )}
      {action && <QuestionForm action={action} />}
    </SharedSection>
  );
}

function Asked({ asked, since }: { asked: AskedQuestion; since: number | undefined }) {
  const { text, asker, askedAt, answer, answeredAt } = asked;
  const isNew = since !== undefined && answer !== null && (answeredAt ?? 0) > since;
  return (
    <li className="border-s-2 border-border ps-4">
      <p className="text-[0.8125rem] text-muted-foreground">
        {asker ?? "A reader of this link"} asked, <Time at={askedAt} />
      </p>
      <UpdateText body={text} className="font-medium" />
      {answer === null ? (
        <p className="mt-1 text-muted-foreground">
          {answeredAt === null ? "Not answered yet." : "Closed without an answer."}
        </p>
      ) : (
        <div className="mt-2">
          <p className="flex flex-wrap items-center gap-x-2 text-[0.8125rem] text-muted-foreground">
            Answered {answeredAt !== null && <Time at={answeredAt} />} <NewMark isNew={isNew} />
          </p>
          <UpdateText body={answer} />
        </div>
      )}
    </li>
  );
}

function QuestionForm({ action }: { action: string }) {
  return (
    <form method="post" action={action} className="grid max-w-prose gap-4 print:hidden">
      <Field
        label="Your question"
        name="question"
        hint="Everybody who has this link can read it."
        required
      >
        <Textarea rows={3} maxLength={LONGEST_QUESTION} />
      </Field>
      <Field label="Your name, if you like" name="name">
        <Input maxLength={80} autoComplete="name" />
      </Field>
      <Button type="submit" className="w-fit">
        Ask
      </Button>
    </form>
  );
}

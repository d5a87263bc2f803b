import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Section } from "@/components/incidents/detail/section";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { ItemFactor } from "@/db/queries/action-item";
import { humanize } from "@/lib/format";

type ItemFactorsProps = {
  id: number;
  factors: ItemFactor[];
  /** Missing for those who only read. */
  action: FormAction | undefined;
};

/** What made the incident possible and this item is to answer. */
export function ItemFactors({ id, factors, action }: ItemFactorsProps) {
  const answered = factors.filter(({ isAnswered }) => isAnswered);
  const others = factors.filter(({ isAnswered }) => !isAnswered);
  return (
    <Section id="factors" title="Factors that it answers">
      {answered.length === 0 && (
        <p className="text-muted-foreground">
          {factors.length === 0
            ? "The incident has no contributing factors yet."
            : "None of the incident’s contributing factors."}
        </p>
      )}
      <Factors id={id} factors={answered} action={action} />
      {action && others.length > 0 && (
        <Disclosure summary="Another factor" className="mt-1 print:hidden">
          <Factors id={id} factors={others} action={action} />
        </Disclosure>
      )}
    </Section>
  );
}

function Factors({ id, factors, action }: ItemFactorsProps) {
  return (
    <ul className="divide-y divide-border">
      {factors.map((factor) => (
        <li key={factor.text} className="grid gap-0.5 py-2 first:pt-0 last:pb-0">
          <p className="wrap-anywhere">{factor.text}</p>
          <div className="flex flex-wrap items-center gap-x-2 text-[0.8125rem] leading-6 text-muted-foreground">
            <Badge>{humanize(factor.category)}</Badge>
            {factor.isAnswered && <span>{saidBy(factor)}</span>}
            {action && <Answer id={id} factor={factor} action={action} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

const saidBy = ({ linkedBy }: ItemFactor) =>
  linkedBy === undefined ? "Proposed by its type" : `Says ${linkedBy}`;

type AnswerProps = { id: number; factor: ItemFactor; action: FormAction };

function Answer({ id, factor, action }: AnswerProps) {
  const { text, version, isAnswered } = factor;
  return (
    <span className="print:hidden">
      <ChangeButton
        action={action}
        fields={{ id, factor: text, version, answers: isAnswered ? "no" : "yes" }}
      >
        {isAnswered ? "Does not answer it" : "Answers it"}
        <span className="sr-only">: {text}</span>
      </ChangeButton>
    </span>
  );
}

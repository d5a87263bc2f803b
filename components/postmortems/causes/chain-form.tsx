"use client";

import { useState, type FormEvent } from "react";
import { versionIn } from "@/components/action-items/standing-item";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Time } from "@/components/time";
import { Textarea } from "@/components/ui/textarea";
import type { StoredChain } from "@/db/queries/why-chains";
import { askedFor, MOST_WHYS } from "@/lib/domain/why-chain";
import { chainIn, ChainStanding } from "./chain-standing";

type ChainFormProps = {
  action: FormAction;
  incidentKey: string;
  /** Left out where a chain is begun. */
  chain?: StoredChain;
};

const NUMBERS = Array.from({ length: MOST_WHYS }, (_, index) => index);

/** A problem and its whys: each answer that is given asks for the next. */
export function ChainForm({ action, incidentKey, chain }: ChainFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const { shown, hold } = useSeen(sent, chain);
  const conflict = result && !result.ok ? chainIn(result.conflict) : undefined;
  const answers = isRefused
    ? NUMBERS.map((index) => values[`answers.${index}`] ?? "")
    : (shown?.answers ?? []);

  return (
    <form {...form} onInput={hold} className="grid max-w-prose gap-3">
      <FormError result={result} />
      {conflict && <ChainStanding chain={conflict} />}
      <input type="hidden" name="key" value={incidentKey} />
      {shown && <input type="hidden" name="id" value={shown.id} />}
      {shown && <input type="hidden" name="version" value={versionIn(conflict) ?? shown.version} />}
      <div key={`${attempt} ${shown?.version}`} className="grid gap-3">
        <Field label="What went wrong" name="problem" required error={problems.problem}>
          <Textarea rows={1} className="min-h-10" defaultValue={values.problem ?? shown?.problem} />
        </Field>
        <Answers start={answers} problems={problems} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="outline" size="sm">
          {chain ? "Save whys" : "Begin a chain"}
        </SubmitButton>
        {chain && (
          <span role="status" className="text-[0.8125rem] text-muted-foreground">
            Saved by {chain.updatedBy}, <Time at={chain.updatedAt} />
          </span>
        )}
      </div>
    </form>
  );
}

type AnswersProps = { start: string[]; problems: Record<string, string[]> };

function Answers({ start, problems }: AnswersProps) {
  const [count, setCount] = useState(askedFor(start));

  function open({ currentTarget }: FormEvent<HTMLElement>) {
    const texts = [...currentTarget.querySelectorAll("textarea")].map(({ value }) => value);
    setCount(askedFor(texts));
  }

  return (
    <ol aria-label="Answers" onInput={open} className="grid gap-3 border-s-2 border-border ps-3">
      {NUMBERS.slice(0, count).map((index) => (
        <li key={index}>
          <Field
            label={index === 0 ? "Why?" : `And why that? (${index + 1} of ${MOST_WHYS})`}
            name={`answers.${index}`}
            error={problems[`answers.${index}`]}
          >
            <Textarea rows={1} className="min-h-10" defaultValue={start[index]} />
          </Field>
        </li>
      ))}
    </ol>
  );
}

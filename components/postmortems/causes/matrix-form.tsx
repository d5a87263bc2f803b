"use client";

import { useId, type FormEvent } from "react";
import { versionIn } from "@/components/action-items/standing-item";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Checkbox } from "@/components/ui/checkbox";
import { TableRow } from "@/components/ui/table";
import type { CauseAction, CauseFactor } from "@/db/queries/causes";
import { AnswerGap } from "./answer-gap";
import { FactorHead, MatrixCell, Proposed, ROW_CLASSES } from "./matrix-cell";

type MatrixFormProps = {
  incidentKey: string;
  factor: CauseFactor;
  columns: CauseAction[];
  owners: string[];
  linkAction: FormAction;
  createAction: FormAction;
};

/** A factor's row as a form: which of the actions answer it. */
export function MatrixForm({ factor, columns, linkAction, ...props }: MatrixFormProps) {
  const sent = useForm(linkAction);
  const { form, result, attempt, isRefused, values } = sent;
  const { actions, linked, version } = factor;
  const { shown, hold } = useSeen(sent, { actions, isLinked: linked !== undefined, version });
  const conflict = result && !result.ok ? result.conflict : undefined;
  const id = useId();
  const isTicked = (item: number) =>
    isRefused ? `actions.${item}` in values : shown.actions.includes(item);
  const beyond = shown.actions.filter((item) => !columns.some((column) => column.id === item));

  /** What is typed in a dialog of the row comes by here too, and says nothing about its ticks. */
  function keep({ currentTarget, target }: FormEvent<HTMLElement>) {
    if (target instanceof Node && currentTarget.contains(target)) hold();
  }

  return (
    <TableRow role="row" className={ROW_CLASSES} onInput={keep}>
      <FactorHead id={`${id}-factor`} factor={factor}>
        {actions.length === 0 && <AnswerGap factor={factor} {...props} />}
      </FactorHead>
      {columns.map((item) => (
        <MatrixCell key={`${item.id} ${attempt} ${JSON.stringify(shown)}`}>
          <label className="flex items-start gap-2 md:flex-col md:items-center md:gap-0.5">
            <Checkbox
              form={id}
              name={`actions.${item.id}`}
              defaultChecked={isTicked(item.id)}
              aria-describedby={`${id}-factor`}
            />
            <span className="wrap-anywhere md:sr-only">
              AI-{item.id} {item.title}
            </span>
            {!shown.isLinked && shown.actions.includes(item.id) && <Proposed />}
          </label>
        </MatrixCell>
      ))}
      <MatrixCell className="md:min-w-36">
        <form {...form} id={id} className="grid justify-items-start gap-2 print:hidden">
          <FormError result={result} className="max-w-64" />
          <input type="hidden" name="key" value={props.incidentKey} />
          <input type="hidden" name="factor" value={factor.text} />
          <input type="hidden" name="version" value={versionIn(conflict) ?? shown.version} />
          {beyond.map((item) => (
            <input key={item} type="hidden" name={`actions.${item}`} value="on" />
          ))}
          <Intents isLinked={shown.isLinked} describedBy={`${id}-factor`} />
          <span role="status" className="text-[0.8125rem] leading-5 text-muted-foreground">
            {result?.ok && "Saved."}
          </span>
        </form>
      </MatrixCell>
    </TableRow>
  );
}

/** What can be said of a factor's actions. */
function Intents({ isLinked, describedBy }: { isLinked: boolean; describedBy: string }) {
  const intents = [
    { intent: "link", name: isLinked ? "Save links" : "Link ticked" },
    { intent: "none", name: "None answers it" },
    ...(isLinked ? [{ intent: "propose", name: "Back to proposal" }] : []),
  ];
  return (
    <div className="flex flex-wrap gap-2 md:flex-col">
      {intents.map(({ intent, name }) => (
        <SubmitButton
          key={intent}
          name="intent"
          value={intent}
          size="sm"
          variant={intent === "link" ? "outline" : "ghost"}
          aria-describedby={describedBy}
        >
          {name}
        </SubmitButton>
      ))}
    </div>
  );
}

"use client";

import type { ReactNode } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/textarea";
import type { StoredChain } from "@/db/queries/why-chains";
import type { CausesActions } from "./causes-actions";
import { CopyText } from "./copy-text";

type ChainToolsProps = {
  incidentKey: string;
  chain: StoredChain;
  markdown: string;
  /** True where the last answer is a contributing factor already. */
  isFactor: boolean;
  actions: CausesActions;
};

/** What can be made of a chain as it is saved: a factor, a passage of the postmortem, or nothing. */
export function ChainTools({ incidentKey, chain, markdown, isFactor, actions }: ChainToolsProps) {
  const last = chain.answers.at(-1);
  const seen = { key: incidentKey, id: String(chain.id), version: String(chain.version) };
  return (
    <div className="mt-3 grid gap-2 border-t border-border pt-3 print:hidden">
      {isFactor && (
        <p className="text-[0.8125rem] text-muted-foreground">
          The last answer is a contributing factor.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {last && !isFactor && (
          <OneButton action={actions.addFactor} fields={{ key: incidentKey, factor: last }}>
            Make <span className="max-w-36 truncate sm:max-w-80">“{last}”</span> a factor
          </OneButton>
        )}
        <OneButton action={actions.insertWhyChain} fields={seen}>
          Insert into the postmortem
        </OneButton>
        <OneButton action={actions.removeWhyChain} fields={seen}>
          Remove chain
        </OneButton>
      </div>
      <Disclosure summary="As Markdown">
        <Textarea
          aria-label="The chain as Markdown"
          readOnly
          rows={6}
          value={markdown}
          className="max-w-prose font-mono text-[0.8125rem]"
        />
        <CopyText text={markdown} />
      </Disclosure>
    </div>
  );
}

type OneButtonProps = { action: FormAction; fields: Record<string, string>; children: ReactNode };

function OneButton({ action, fields, children }: OneButtonProps) {
  const { form, result, problems } = useForm(action);
  const reasons = Object.values(problems).flat();
  return (
    <form {...form} className="grid content-start gap-1">
      <FormError result={result} />
      {reasons.length > 0 && <p className="text-[0.8125rem] text-danger">{reasons.join(" ")}</p>}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="outline" size="sm">
        {children}
      </SubmitButton>
    </form>
  );
}

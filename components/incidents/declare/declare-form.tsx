"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { factsGivenBack, factsIn } from "@/components/incidents/facts/fact-fields";
import { Input } from "@/components/ui/input";
import { useHasScript } from "@/components/use-has-script";
import type { OpenIncident } from "@/db/queries/open-incidents";
import { onService } from "@/lib/domain/duplicates";
import type { FactTexts } from "@/lib/domain/facts";
import { SEVERITIES, type Severity } from "@/lib/domain/incident";
import { ImpactQuestions } from "./impact-questions";
import { KindChoices } from "./kind-choices";
import { OpenOnService } from "./open-on-service";
import { SeverityChoice } from "./severity-choice";
import { StoryFields } from "./story-fields";

/** What the address of the form fills in. */
export type Prefill = Record<"title" | "severity" | "service", string | undefined>;

type DeclareFormProps = {
  action: FormAction;
  submissionKey: string;
  prefill: Prefill;
  /** The alert that was the first sign of it. */
  alert: number | undefined;
  commander: string;
  open: OpenIncident[];
  services: string[];
  people: string[];
};

type Draft = { severity: Severity; service: string; facts: FactTexts };

const severityOf = (word: string | null | undefined): Severity =>
  SEVERITIES.find((severity) => severity === word) ?? "SEV3";

function draftIn(form: HTMLFormElement): Draft {
  const field = (name: string) => {
    const value = new FormData(form).get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    severity: severityOf(field("severity")),
    service: field("service"),
    facts: factsIn(form),
  };
}

/** Declares an incident with as little as a title and a severity. */
export function DeclareForm({ action, prefill, ...known }: DeclareFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  const [submissionKey] = useState(known.submissionKey);
  const given = { ...prefill, ...values };
  const [draft, setDraft] = useState<Draft>({
    severity: severityOf(given.severity),
    service: given.service ?? "",
    facts: factsGivenBack(values),
  });
  const hasScript = useHasScript();
  const alike = onService(known.open, draft.service);
  const conflict = result && !result.ok && Array.isArray(result.conflict) ? result.conflict : [];
  const seenOpen = [...alike.map(({ key }) => key), ...conflict.map(String)];

  return (
    <form
      key={attempt}
      {...form}
      onInput={({ currentTarget }) => setDraft(draftIn(currentTarget))}
      className="grid gap-5"
    >
      <FormError result={result} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
      {known.alert !== undefined && <input type="hidden" name="alert" value={known.alert} />}
      <input type="hidden" name="seenOpen" value={[...new Set(seenOpen)].join(" ")} />
      <Field
        label="Title"
        name="title"
        required
        error={problems.title}
        hint="What is broken, as people notice it: “Checkout fails for some cards”."
      >
        <Input autoFocus maxLength={200} autoComplete="off" defaultValue={given.title} />
      </Field>
      <SeverityChoice initial={severityOf(given.severity)} />
      <StoryFields
        given={{ commander: known.commander, ...given }}
        problems={problems}
        hint={<OpenOnService incidents={alike} service={draft.service} />}
      />
      <ImpactQuestions
        texts={draft.facts}
        initial={factsGivenBack(values)}
        chosen={draft.severity}
        reason={values.reason}
        problems={problems}
      />
      <KindChoices isDrill={"isDrill" in values} isPrivate={"isPrivate" in values} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton>
          {hasScript ? `Declare ${draft.severity} incident` : "Declare incident"}
        </SubmitButton>
        <p className="text-[0.8125rem] text-muted-foreground">
          Everything can be changed later. Nobody outside is told yet.
        </p>
      </div>
      <Suggestions id="known-services" words={known.services} />
      <Suggestions id="known-people" words={known.people} />
    </form>
  );
}

function Suggestions({ id, words }: { id: string; words: string[] }) {
  return (
    <datalist id={id}>
      {words.map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  );
}

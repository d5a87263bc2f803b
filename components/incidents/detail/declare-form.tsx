"use client";

import { useState, type ReactNode } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { useHasScript } from "@/components/use-has-script";
import { SEVERITIES, type Severity } from "@/lib/domain/incident";

const MEANINGS: Record<Severity, string> = {
  SEV1: "Many customers are down, or data or money is at risk.",
  SEV2: "A core function is impaired for many.",
  SEV3: "A partial loss, or one that could grow.",
  SEV4: "Minor; a workaround exists.",
};

type DeclareFormProps = {
  action: FormAction;
  submissionKey: string;
  commander: string;
  services: string[];
  people: string[];
};

/** Declares an incident with as little as a title and a severity. */
export function DeclareForm({ action, submissionKey, ...known }: DeclareFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);

  return (
    <form key={attempt} {...form} className="grid gap-5">
      <FormError result={result} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <Field
        label="Title"
        name="title"
        required
        error={problems.title}
        hint="What is broken, as people notice it: “Checkout fails for some cards”."
      >
        <Input autoFocus maxLength={200} autoComplete="off" defaultValue={values.title} />
      </Field>
      <SeverityChoice initial={values.severity}>
        <Field
          label="Summary"
          name="summary"
          error={problems.summary}
          hint="What you know so far. It opens the timeline."
        >
          <Textarea defaultValue={values.summary} />
        </Field>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Service" name="service" error={problems.service}>
            <Input list="known-services" autoComplete="off" defaultValue={values.service} />
          </Field>
          <Field
            label="Also affected"
            name="affectedServices"
            error={problems.affectedServices}
            hint="Other services, with commas between."
          >
            <Input autoComplete="off" defaultValue={values.affectedServices} />
          </Field>
          <Field
            label="Commander"
            name="commander"
            error={problems.commander}
            hint="Who leads the response."
          >
            <Input
              list="known-people"
              autoComplete="off"
              defaultValue={values.commander ?? known.commander}
            />
          </Field>
        </div>
      </SeverityChoice>
      <Suggestions id="known-services" words={known.services} />
      <Suggestions id="known-people" words={known.people} />
    </form>
  );
}

type SeverityChoiceProps = { initial: string | undefined; children: ReactNode };

/** The severity, and the button at the end that names it where a script can keep it true. */
function SeverityChoice({ initial = "SEV3", children }: SeverityChoiceProps) {
  const [severity, setSeverity] = useState(initial);
  const hasScript = useHasScript();
  return (
    <>
      <RadioGroup legend="Severity" className="sm:grid-cols-2">
        {SEVERITIES.map((each) => (
          <RadioCard
            key={each}
            name="severity"
            value={each}
            defaultChecked={each === initial}
            onChange={() => setSeverity(each)}
            description={MEANINGS[each]}
          >
            <SeverityBadge severity={each} withName />
          </RadioCard>
        ))}
      </RadioGroup>
      {children}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton>
          {hasScript ? `Declare ${severity} incident` : "Declare incident"}
        </SubmitButton>
        <p className="text-[0.8125rem] text-muted-foreground">
          Everything can be changed later. Nobody outside is told yet.
        </p>
      </div>
    </>
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

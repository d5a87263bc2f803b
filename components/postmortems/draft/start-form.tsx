"use client";

import Link from "next/link";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import type { ListedTemplate } from "@/db/queries/postmortem-templates";

export type OfferedTemplate = Pick<ListedTemplate, "name" | "sections">;

type StartFormProps = {
  incidentKey: string;
  templates: OfferedTemplate[];
  /** The template that is offered first. */
  chosen: string;
  action: FormAction;
};

/** Begins a postmortem: which sections it has, filled with what the record says. */
export function StartForm({ incidentKey, templates, chosen, action }: StartFormProps) {
  const { form, result, values, problems } = useForm(action);

  return (
    <form {...form} className="mb-8 grid gap-4">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <RadioGroup legend="Template" className="sm:grid-cols-2">
        {templates.map(({ name, sections }) => (
          <RadioCard
            key={name}
            name="template"
            value={name}
            required
            defaultChecked={name === (values.template ?? chosen)}
            aria-describedby={problems.template && "template-problem"}
            description={sections.map(({ title }) => title).join(" · ")}
          >
            {name}
          </RadioCard>
        ))}
      </RadioGroup>
      {problems.template && (
        <p id="template-problem" className="text-[0.8125rem] font-medium text-danger">
          {problems.template.join(" ")}
        </p>
      )}
      <p className="text-[0.8125rem] text-muted-foreground">
        Each section begins with what the record says, and where it comes from. What it does not say
        is a TODO.{" "}
        <Link href="/postmortems/templates" className="text-link underline underline-offset-2">
          About the templates
        </Link>
      </p>
      <div>
        <SubmitButton>Start writing</SubmitButton>
      </div>
    </form>
  );
}

"use client";

import type { ReactNode } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { Field } from "@/components/form/field";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Textarea } from "@/components/ui/textarea";

/** What was looked at, and so is what goes out. */
export type Seen = {
  key: string;
  edition: number;
  seen: string;
  stands: string;
  sections: readonly number[];
};

type ShareFormProps = {
  action: FormAction;
  shown: Seen;
  links: { id: number; label: string; showsPostmortem: boolean }[];
};

/** Puts what was looked at behind the chosen links. */
export function ShareForm({ action, shown, links }: ShareFormProps) {
  const { form, attempt, result, values, problems } = useForm(action);
  const others = links.filter(({ showsPostmortem }) => !showsPostmortem);
  const showing = links.filter(({ showsPostmortem }) => showsPostmortem);
  return (
    <form key={attempt} {...form} className="grid gap-3">
      <FormError result={result} />
      <SeenFields shown={shown} />
      {showing.length > 0 && (
        <p className="wrap-anywhere">
          Already shown by {showing.map(({ label }) => label).join(", ")}: the text is replaced
          there.
        </p>
      )}
      {others.length > 0 && (
        <fieldset>
          <legend className="mb-1 font-medium">Links that will show it</legend>
          {others.map(({ id, label }) => (
            <label
              key={id}
              className="flex min-h-8 items-center gap-2 wrap-anywhere pointer-coarse:min-h-11"
            >
              <Checkbox name="links" value={id} defaultChecked={values.links === String(id)} />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      {problems.links && (
        <p className="text-[0.8125rem] font-medium text-danger">{problems.links.join(" ")}</p>
      )}
      <SubmitButton className="w-fit">Show this on share links</SubmitButton>
    </form>
  );
}

type ReportFormProps = { action: FormAction; shown: Seen; isUpdate: boolean };

/** Puts what was looked at on the public page. */
export function ReportForm({ action, shown, isUpdate }: ReportFormProps) {
  const { form, attempt, result, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-3">
      <FormError result={result} />
      <SeenFields shown={shown} />
      {isUpdate && (
        <Field
          label="What changed, for readers of the public page"
          name="note"
          required
          error={problems.note}
          hint="Shown as “Updated on …: …”. Name nobody."
        >
          <Textarea rows={2} maxLength={500} defaultValue={values.note} />
        </Field>
      )}
      <SubmitButton className="w-fit">Publish this to everyone</SubmitButton>
    </form>
  );
}

function SeenFields({
  shown: { key, edition, seen, stands, sections },
}: {
  shown: Seen;
}): ReactNode {
  return (
    <>
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="stands" value={stands} />
      {sections.map((section) => (
        <input key={section} type="hidden" name="sections" value={section} />
      ))}
    </>
  );
}

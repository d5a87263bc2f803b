"use client";

import { Pencil } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { fieldName } from "@/components/incidents/facts/fact-fields";
import { Input } from "@/components/ui/input";

type TitleEditorProps = { action: FormAction; incidentKey: string; title: string };

/** Changes the title in its place: Enter saves, Esc leaves it as it was. */
export function TitleEditor({ action, incidentKey, title }: TitleEditorProps) {
  const sent = useForm(action);
  const { shown, text, hold } = useSeen(sent, { title });
  const { form, result, attempt, isRefused, values, problems } = sent;

  return (
    <details
      key={attempt}
      open={isRefused}
      onToggle={({ currentTarget }) => currentTarget.open && fieldOf(currentTarget)?.select()}
      onKeyDown={cancelOnEscape}
      className="group/title mt-1 open:mb-3 open:w-full print:hidden"
    >
      <summary className="touch-target inline-flex min-h-6 list-none items-center gap-1.5 rounded-sm text-[0.8125rem] text-muted-foreground hover:text-link [&::-webkit-details-marker]:hidden">
        <Pencil aria-hidden className="size-3.5" />
        Edit title
      </summary>
      <form {...form} onInput={hold} className="mt-2 grid w-[min(40rem,calc(100vw-2rem))] gap-2">
        <FormError result={result} />
        <input type="hidden" name="key" value={incidentKey} />
        <input type="hidden" name="seen" value={text} />
        <div className="flex flex-wrap items-end gap-2">
          <Field
            label="Title"
            name={fieldName("title")}
            required
            error={problems[fieldName("title")]}
            className="grow basis-64"
          >
            <Input
              key={shown.title}
              maxLength={200}
              autoComplete="off"
              defaultValue={values[fieldName("title")] ?? shown.title}
            />
          </Field>
          <SubmitButton>Save title</SubmitButton>
        </div>
        <p className="text-xs text-muted-foreground noscript:hidden">
          Enter saves, Esc leaves it as it was.
        </p>
      </form>
    </details>
  );
}

const fieldOf = (details: HTMLDetailsElement) =>
  details.querySelector<HTMLInputElement>("input[maxlength]");

function cancelOnEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>): void {
  if (key !== "Escape" || !currentTarget.open) return;
  currentTarget.querySelector("form")?.reset();
  currentTarget.open = false;
  currentTarget.querySelector("summary")?.focus();
}

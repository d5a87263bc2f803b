"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";

type SaveViewProps = { query: string; saveAction: FormAction };

/** Keeps the list's present filters under a name. */
export function SaveView({ query, saveAction }: SaveViewProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(saveAction);

  return (
    <details open={isRefused} className="group/save">
      <summary className="flex h-7 w-fit list-none items-center rounded-md px-2 text-muted-foreground underline-offset-4 hover:text-foreground hover:underline pointer-coarse:h-11 [&::-webkit-details-marker]:hidden">
        Save this view
      </summary>
      <form key={attempt} {...form} className="flex flex-wrap items-center gap-2 pt-1">
        <input type="hidden" name="query" value={query} />
        <Input
          name="name"
          required
          maxLength={60}
          defaultValue={values.name}
          placeholder="Name of the view"
          aria-label="Name of the view"
          aria-invalid={problems.name ? true : undefined}
          className="w-56"
        />
        <SubmitButton size="sm">Save view</SubmitButton>
        {problems.name && <p className="font-medium text-danger">{problems.name.join(" ")}</p>}
        <FormError result={result} />
      </form>
    </details>
  );
}

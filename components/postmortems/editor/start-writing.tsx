"use client";

import { FormError } from "@/components/form/form-error";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";

type StartWritingProps = { incidentKey: string; templates: string[]; action: FormAction };

/** Begins a postmortem with what the record gives. */
export function StartWriting({ incidentKey, templates, action }: StartWritingProps) {
  const { form, result, attempt } = useForm(action);
  return (
    <form key={attempt} {...form} className="mb-6 flex flex-wrap items-end gap-3">
      <input type="hidden" name="key" value={incidentKey} />
      <div className="grid gap-1.5">
        <Label htmlFor="start-template">Template</Label>
        <NativeSelect id="start-template" name="template" className="w-auto">
          {templates.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </NativeSelect>
      </div>
      <Button type="submit">Start writing</Button>
      <FormError result={result} />
    </form>
  );
}

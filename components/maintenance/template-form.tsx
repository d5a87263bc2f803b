"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { MaintenanceTemplate } from "@/db/queries/maintenance-templates";
import type { WorkComponent } from "@/db/queries/maintenances";

type TemplateFormProps = {
  /** Missing for a new one. */
  template?: MaintenanceTemplate;
  components: WorkComponent[];
  action: FormAction;
};

/** Words that are ready for work that comes again. */
export function TemplateForm({ template, components, action }: TemplateFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const seen = useSeen(sent, { version: template?.version ?? 0 });
  const { name = "", title = "", body = "", minutes = 60 } = template ?? {};
  const standing: Record<string, string> = { name, title, body, minutes: String(minutes) };
  const shown = isRefused ? values : standing;
  return (
    <form key={attempt} {...form} onChange={seen.hold} className="grid gap-4">
      <FormError result={result} />
      {template && (
        <>
          <input type="hidden" name="id" value={template.id} />
          <input type="hidden" name="seen" value={seen.text} />
        </>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" name="name" required error={problems.name}>
          <Input defaultValue={shown.name} maxLength={80} autoComplete="off" />
        </Field>
        <Field label="Minutes that it takes" name="minutes" required error={problems.minutes}>
          <Input
            defaultValue={shown.minutes}
            inputMode="numeric"
            maxLength={5}
            autoComplete="off"
          />
        </Field>
      </div>
      <Field label="Title" name="title" required error={problems.title}>
        <Input defaultValue={shown.title} maxLength={200} autoComplete="off" />
      </Field>
      <Field label="Announcement" name="body" required error={problems.body}>
        <Textarea defaultValue={shown.body} maxLength={5000} />
      </Field>
      {components.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="mb-1.5 text-sm leading-5 font-medium">
            Components under maintenance
          </legend>
          <div className="flex flex-wrap gap-x-5">
            {components.map(({ id, name: component }) => (
              <label key={id} className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
                <Checkbox
                  name="components"
                  value={id}
                  defaultChecked={template?.componentIds.includes(id)}
                />
                {component}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div>
        <SubmitButton>{template ? `Save ${name}` : "Add template"}</SubmitButton>
      </div>
    </form>
  );
}

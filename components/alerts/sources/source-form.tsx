"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { SourceRow } from "@/db/queries/alert-sources";
import { PROOFS_OF } from "@/lib/domain/alerts/source";
import { ProofFields } from "./proof-fields";

type SourceFormProps = {
  source: SourceRow;
  services: { id: number; name: string }[];
  action: FormAction;
};

/** What a source is called, of what its alerts are, and what it has to show. */
export function SourceForm({ source, services, action }: SourceFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);

  return (
    <form key={attempt} {...form} className="grid gap-4" noValidate>
      <FormError result={result} />
      <input type="hidden" name="id" value={source.id} />
      <input type="hidden" name="version" value={source.version} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="Name" name="name" error={problems.name} required>
          <Input maxLength={80} autoComplete="off" defaultValue={values.name ?? source.name} />
        </Field>
        <Field
          label="Service"
          name="serviceId"
          hint="Of alerts that name none."
          error={problems.serviceId}
        >
          <NativeSelect defaultValue={values.serviceId ?? source.serviceId ?? ""}>
            <option value="">None</option>
            {services.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      {PROOFS_OF[source.kind].length > 1 ? (
        <ProofFields source={source} values={values} problems={problems} />
      ) : (
        <input type="hidden" name="proof" value="none" />
      )}
      <SubmitButton className="justify-self-start">Save</SubmitButton>
    </form>
  );
}

"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { versionIn } from "@/components/action-items/standing-item";
import { NativeSelect } from "@/components/ui/native-select";
import type { CauseFactor } from "@/db/queries/causes";
import { FACTOR_CATEGORIES } from "@/lib/domain/coverage";
import { humanize } from "@/lib/format";

type CategoryFormProps = { action: FormAction; incidentKey: string; factor: CauseFactor };

/** Chooses a factor's category, or leaves it to its words again. */
export function CategoryForm({ action, incidentKey, factor }: CategoryFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, values, problems } = sent;
  const { shown, hold } = useSeen(sent, {
    category: factor.chosen ? factor.category : "",
    version: factor.version,
  });
  const conflict = result && !result.ok ? result.conflict : undefined;

  return (
    <form {...form} onInput={hold} className="grid max-w-prose gap-3">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="factor" value={factor.text} />
      <input type="hidden" name="version" value={versionIn(conflict) ?? shown.version} />
      <Field label="Category" name="category" error={problems.category}>
        <NativeSelect
          key={`${attempt} ${shown.category}`}
          className="max-w-64"
          defaultValue={values.category ?? shown.category}
        >
          <option value="">As proposed: {humanize(factor.proposed)}</option>
          {FACTOR_CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {humanize(category)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <div className="flex items-center gap-3">
        <SubmitButton variant="outline" size="sm">
          Save category
        </SubmitButton>
        <span role="status" className="text-[0.8125rem] text-muted-foreground">
          {result?.ok && "Saved."}
        </span>
      </div>
    </form>
  );
}

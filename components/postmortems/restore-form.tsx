"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";

type RestoreFormProps = {
  action: FormAction;
  incidentKey: string;
  version: number;
  /** The version that stands now. */
  currentVersion: number;
};

/** Saves an earlier text anew, as the next version. */
export function RestoreForm({ action, incidentKey, version, currentVersion }: RestoreFormProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid justify-items-start gap-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="baseVersion" value={currentVersion} />
      <SubmitButton variant="outline">Restore version {version}</SubmitButton>
    </form>
  );
}

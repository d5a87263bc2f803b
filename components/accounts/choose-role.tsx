"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { NativeSelect } from "@/components/ui/native-select";
import { ROLE_LABELS, ROLES, type Role } from "@/lib/domain/permissions";

type ChooseRoleProps = { userId: number; role: Role; action: FormAction };

/** Gives an account a role. */
export function ChooseRole({ userId, role, action }: ChooseRoleProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={`${attempt} ${role}`} {...form} className="grid gap-3">
      <FormError result={result} />
      <input type="hidden" name="userId" value={userId} />
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Role" name="role" error={problems.role} required>
          <NativeSelect defaultValue={values.role ?? role}>
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {ROLE_LABELS[each]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <SubmitButton variant="outline">Save role</SubmitButton>
      </div>
      {result?.ok && <p role="status">Their role is saved.</p>}
    </form>
  );
}

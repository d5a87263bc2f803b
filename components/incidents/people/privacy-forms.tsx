"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { NativeSelect } from "@/components/ui/native-select";

type ChoiceFormProps = { action: FormAction; incidentKey: string; children: string };

/** One button that changes who sees the incident. */
export function PrivacyChoice({ action, incidentKey, children }: ChoiceFormProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid justify-items-start gap-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <SubmitButton variant="outline" size="sm">
        {children}
      </SubmitButton>
    </form>
  );
}

type AddMemberProps = {
  action: FormAction;
  incidentKey: string;
  accounts: { userId: number; name: string; role: string }[];
};

export function AddMember({ action, incidentKey, accounts }: AddMemberProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  return (
    <form key={attempt} {...form} className="grid gap-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <Field label="Let someone else see it" name="userId" required error={problems.userId}>
        <NativeSelect defaultValue={values.userId ?? ""}>
          <option value="" disabled>
            Choose an account
          </option>
          {accounts.map(({ userId, name, role }) => (
            <option key={userId} value={userId}>
              {name}, {role}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <div>
        <SubmitButton variant="outline" size="sm">
          Add
        </SubmitButton>
      </div>
    </form>
  );
}

type RemoveMemberProps = {
  action: FormAction;
  incidentKey: string;
  member: { userId: number; name: string };
};

export function RemoveMember({ action, incidentKey, member }: RemoveMemberProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form}>
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="userId" value={member.userId} />
      <SubmitButton variant="ghost" size="sm">
        Remove<span className="sr-only"> {member.name}</span>
      </SubmitButton>
    </form>
  );
}

"use client";

import { useId } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { ROLE_LABELS, ROLES } from "@/lib/domain/permissions";
import { HandedLink, type LinkAction } from "./handed-link";

type InviteProps = {
  action: LinkAction;
  /** The people whom records name. */
  names: string[];
};

/** Invites somebody, and shows the link once. */
export function Invite({ action, names }: InviteProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  const list = useId();

  return (
    <form key={attempt} {...form} className="grid gap-4" noValidate>
      <FormError result={result} />
      <HandedLink result={result} note="It works once, for seven days. It is not shown again." />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Field label="Email" name="email" error={problems.email} required>
          <Input
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            defaultValue={values.email}
            maxLength={254}
          />
        </Field>
        <Field label="Role" name="role" error={problems.role} required>
          <NativeSelect defaultValue={values.role ?? "responder"}>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {ROLE_LABELS[role]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field
          label="Who they are in records"
          name="person"
          error={problems.person}
          hint="May stay empty."
        >
          <Input list={list} autoComplete="off" defaultValue={values.person} maxLength={200} />
        </Field>
      </div>
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <SubmitButton className="justify-self-start">Invite</SubmitButton>
    </form>
  );
}

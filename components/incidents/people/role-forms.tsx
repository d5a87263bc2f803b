"use client";

import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ResponseRole } from "@/lib/domain/roles";

export type RoleFormProps = {
  action: FormAction;
  incidentKey: string;
  role: ResponseRole;
  /** The names of its holders as the page shows them; empty for nobody. */
  seenHolder: string;
};

function RoleFields({ incidentKey, role, seenHolder }: Omit<RoleFormProps, "action">) {
  return (
    <>
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="role" value={role} />
      <input type="hidden" name="seenHolder" value={seenHolder} />
    </>
  );
}

/** Takes the role oneself, at one press. */
export function TakeRole({ me, action, ...fields }: RoleFormProps & { me: string }) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid justify-items-start gap-2">
      <FormError result={result} />
      <RoleFields {...fields} />
      <input type="hidden" name="person" value={me} />
      <SubmitButton variant="outline" size="sm">
        Assign to me<span className="sr-only">: {fields.role}</span>
      </SubmitButton>
    </form>
  );
}

type GiveRoleProps = RoleFormProps & { id: string; directory: string; isHandover: boolean };

/** Gives the role to someone of the directory, or to a new name. */
export function GiveRole({ id, directory, isHandover, action, ...fields }: GiveRoleProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  const verb = isHandover ? "Hand over" : "Assign";
  return (
    <form key={attempt} {...form} className="grid gap-2.5">
      <FormError result={result} />
      <RoleFields {...fields} />
      <Field
        label={
          <>
            {isHandover ? "Hand over to" : "Assign to"}
            <span className="sr-only">, as {fields.role}</span>
          </>
        }
        name="person"
        required
        error={problems.person}
      >
        <Input
          id={id}
          list={directory}
          autoComplete="off"
          maxLength={200}
          defaultValue={values.person}
        />
      </Field>
      {isHandover && (
        <Field label="Note (optional)" name="note" error={problems.note}>
          <Textarea rows={2} defaultValue={values.note} />
        </Field>
      )}
      <div>
        <SubmitButton size="sm">
          {verb}
          <span className="sr-only"> {fields.role}</span>
        </SubmitButton>
      </div>
    </form>
  );
}

type GiveUpProps = {
  action: FormAction;
  incidentKey: string;
  role: ResponseRole;
  person: string;
};

/** Ends someone's role with nobody to take it over. */
export function GiveUp({ action, incidentKey, role, person }: GiveUpProps) {
  const { form, result } = useForm(action);
  return (
    <form {...form} className="grid justify-items-start gap-2">
      <FormError result={result} />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="role" value={role} />
      <input type="hidden" name="person" value={person} />
      <SubmitButton variant="ghost" size="sm" className="-ms-2.5">
        End the role of {person}
        <span className="sr-only"> as {role}</span>
      </SubmitButton>
    </form>
  );
}

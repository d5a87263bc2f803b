"use client";

import { useId } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Input } from "@/components/ui/input";

type ProposalFormProps = {
  alias: string;
  /** Whom the portal takes it for. */
  proposed: string | undefined;
  names: string[];
  confirmAction: FormAction;
};

/** Confirms whose address this is: the person proposed, another, or one who is new to the directory. */
export function ProposalForm({ alias, proposed, names, confirmAction }: ProposalFormProps) {
  const { form, result, attempt, values, problems } = useForm(confirmAction);
  const id = useId();

  return (
    <form key={attempt} {...form} className="grid gap-2">
      <FormError result={result} />
      <div className="flex items-center gap-2">
        <input type="hidden" name="alias" value={alias} />
        <Input
          name="name"
          list={id}
          required
          autoComplete="off"
          placeholder="Name"
          aria-label={`Person with the address ${alias}`}
          aria-invalid={problems.name !== undefined}
          defaultValue={values.name ?? proposed}
          className="md:w-56"
        />
        <datalist id={id}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <SubmitButton variant="outline">
          Confirm<span className="sr-only"> {alias}</span>
        </SubmitButton>
      </div>
    </form>
  );
}

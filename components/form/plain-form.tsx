"use client";

import { CircleCheck } from "lucide-react";
import { Alert, AlertDescription } from "@/components/ui/alert";
import { Input } from "@/components/ui/input";
import { Field } from "./field";
import { FormError } from "./form-error";
import { PasswordInput } from "./password-input";
import { SubmitButton } from "./submit-button";
import { useForm, type FormAction } from "./use-form";

export type PlainField = {
  name: string;
  label: string;
  kind?: "text" | "email" | "password" | "code";
  autoComplete?: string;
  hint?: string;
  value?: string;
  isOptional?: boolean;
};

type PlainFormProps = {
  action: FormAction;
  fields: PlainField[];
  hidden?: Record<string, string | number>;
  submit: string;
  /** What is said once it is done, where the page stays. */
  done?: string;
};

/** A form of single lines, one below the other. */
export function PlainForm({ action, fields, hidden = {}, submit, done }: PlainFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);

  return (
    <form key={attempt} {...form} className="grid max-w-sm gap-4" noValidate>
      <FormError result={result} />
      {done && result?.ok && (
        <Alert role="status" variant="success">
          <CircleCheck aria-hidden />
          <AlertDescription>{done}</AlertDescription>
        </Alert>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, label, hint, value, isOptional = false, ...field }) => (
        <Field
          key={name}
          label={label}
          name={name}
          error={problems[name]}
          hint={hint}
          required={!isOptional}
        >
          <Line {...field} defaultValue={values[name] ?? value} />
        </Field>
      ))}
      <SubmitButton className="justify-self-start">{submit}</SubmitButton>
    </form>
  );
}

type LineProps = Pick<PlainField, "kind" | "autoComplete"> & { defaultValue: string | undefined };

function Line({ kind = "text", autoComplete = "off", defaultValue, ...props }: LineProps) {
  if (kind === "password") return <PasswordInput {...props} autoComplete={autoComplete} />;
  if (kind === "code") {
    return (
      <Input {...props} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} />
    );
  }
  return (
    <Input
      {...props}
      type={kind}
      autoComplete={autoComplete}
      defaultValue={defaultValue}
      maxLength={254}
      {...(kind === "email" && { autoCapitalize: "none", spellCheck: false })}
    />
  );
}

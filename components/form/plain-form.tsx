"use client";

import { CircleCheck } from "lucide-react";
import { useId } from "react";
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
  /** What is proposed while somebody types. */
  options?: string[];
  isOptional?: boolean;
};

type PlainFormProps = {
  action: FormAction;
  fields: PlainField[];
  hidden?: Record<string, string | number>;
  submit: string;
  /** Whose password it asks for, for password managers. */
  username?: string;
  /** What is said once it is done, where the page stays. */
  done?: string;
};

/** A form of single lines, one below the other. */
export function PlainForm({ action, fields, hidden = {}, username, submit, done }: PlainFormProps) {
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
      {username && <input hidden readOnly autoComplete="username" value={username} />}
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

type LineProps = Pick<PlainField, "kind" | "autoComplete" | "options"> & {
  defaultValue: string | undefined;
};

function Line({ kind = "text", autoComplete = "off", options, defaultValue, ...props }: LineProps) {
  const list = useId();
  if (kind === "password") return <PasswordInput {...props} autoComplete={autoComplete} />;
  if (kind === "code") {
    return (
      <Input {...props} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} />
    );
  }
  return (
    <>
      <Input
        {...props}
        type={kind}
        autoComplete={autoComplete}
        defaultValue={defaultValue}
        maxLength={254}
        {...(options && { list })}
        {...(kind === "email" && { autoCapitalize: "none", spellCheck: false })}
      />
      {options && (
        <datalist id={list}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </>
  );
}

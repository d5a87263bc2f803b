"use client";

import type { FormEvent } from "react";
import { Field } from "@/components/form/field";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { RuleTexts } from "@/lib/domain/alerts/rule-texts";
import { RuleConditionFields } from "./rule-condition-fields";
import { RuleDeedFields } from "./rule-deed-fields";

type RuleFormProps = {
  action: FormAction;
  given: RuleTexts;
  /** The rule that is changed, as it was read; a new one without. */
  rule?: { id: number; version: number };
  /** The page that shows what the rule would be for. */
  previewPath: string;
  submit: string;
};

/** A rule's conditions and what it does. What it would be for can be looked at before it is saved. */
export function RuleForm({ action, given, rule, previewPath, submit }: RuleFormProps) {
  const { form, result, attempt, isRefused, values, problems } = useForm(action);
  const texts = isRefused ? values : given;
  const conflict = result && !result.ok ? result.conflict : undefined;
  const version = versionIn(conflict) ?? rule?.version;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const { nativeEvent } = event;
    const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    if (submitter?.getAttribute("name") !== "preview") form.onSubmit(event);
  }

  return (
    <form key={attempt} action={form.action} onSubmit={onSubmit} className="grid gap-5">
      <FormError result={result} />
      {rule && <input type="hidden" name="id" value={rule.id} />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <Field label="Name" name="name" required error={problems.name}>
        <Input defaultValue={texts.name} maxLength={100} autoComplete="off" />
      </Field>
      <RuleConditionFields texts={texts} problems={problems} />
      <RuleDeedFields texts={texts} problems={problems} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{submit}</SubmitButton>
        <Button
          type="submit"
          variant="outline"
          name="preview"
          value="1"
          formAction={previewPath}
          formMethod="get"
          formNoValidate
        >
          Show what it is for
        </Button>
      </div>
    </form>
  );
}

const versionIn = (conflict: unknown): number | undefined =>
  typeof conflict === "object" &&
  conflict !== null &&
  "version" in conflict &&
  typeof conflict.version === "number"
    ? conflict.version
    : undefined;

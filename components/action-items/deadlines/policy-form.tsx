"use client";

import { useId } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { useSeen } from "@/components/form/use-seen";
import { Input } from "@/components/ui/input";
import type { PolicyRow } from "@/lib/domain/deadline-policy";
import { fieldOf, policyTexts, RULE_PARTS } from "@/lib/domain/policy-form";
import { PART_NAMES, PolicyTable } from "./policy-table";

type PolicyFormProps = { policy: PolicyRow[]; action: FormAction };

/** The policy's days, to be changed: an empty field is no limit. */
export function PolicyForm({ policy, action }: PolicyFormProps) {
  const sent = useForm(action);
  const { form, result, attempt, isRefused, values, problems } = sent;
  const standing = policyTexts(policy);
  const seen = useSeen(sent, standing);
  const shown = isRefused ? values : seen.shown;
  const [problem] = Object.values(problems).flat();
  const problemId = useId();

  return (
    <form
      key={attempt}
      {...form}
      onChange={seen.hold}
      className="grid gap-5 xl:grid-cols-2 [&>*:not(fieldset)]:col-span-full"
    >
      <FormError result={result} />
      {problem && (
        <p id={problemId} className="text-[0.8125rem] font-medium text-danger">
          {problem}
        </p>
      )}
      <input type="hidden" name="seen" value={seen.text} />
      {RULE_PARTS.map((part) => (
        <fieldset key={part} className="min-w-0">
          <legend className="mb-1 font-medium">{PART_NAMES[part]}</legend>
          <PolicyTable
            part={part}
            policy={policy}
            cell={(row) => {
              const name = fieldOf(part, row);
              const isWrong = problems[name] !== undefined;
              return (
                <Input
                  name={name}
                  defaultValue={shown[name] ?? ""}
                  aria-label={`${row.priority}, ${row.severity}: ${PART_NAMES[part].toLowerCase()}`}
                  {...(isWrong && { "aria-invalid": true, "aria-describedby": problemId })}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={4}
                  placeholder="–"
                  className="w-18 text-end tabular-nums max-sm:w-12 max-sm:px-1.5"
                />
              );
            }}
          />
        </fieldset>
      ))}
      <div>
        <SubmitButton>Save the policy</SubmitButton>
      </div>
    </form>
  );
}

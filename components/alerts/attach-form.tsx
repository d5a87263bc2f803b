"use client";

import type { ReactNode } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm, type FormAction } from "@/components/form/use-form";
import { OtherField } from "@/components/incidents/related/other-field";

type AttachFormProps = {
  action: FormAction;
  open: { key: string; title: string }[];
  /** The alert, or a list in which alerts are chosen. */
  children: ReactNode;
  /** What the button and the field speak of. */
  what: "alert" | "chosen alerts";
};

/** Puts alerts on an incident; in a list they can be dropped, too. */
export function AttachForm({ action, open, children, what }: AttachFormProps) {
  const { form, result, attempt, values, problems } = useForm(action);
  const chosen = problems.ids;
  return (
    <form key={attempt} {...form} className="grid gap-3">
      {children}
      <div className={what === "alert" ? "grid gap-3" : "grid gap-3 px-4 pb-4"}>
        <FormError result={chosen ? { ok: false, error: chosen.join(" ") } : result} />
        <div className="flex flex-wrap items-start gap-2">
          <div className="min-w-56 flex-1">
            <OtherField
              label="Incident"
              others="open-incidents"
              value={values.other}
              error={problems.other}
            />
          </div>
          <SubmitButton variant="outline" className="sm:mt-6.5">
            Attach {what}
          </SubmitButton>
          {what === "chosen alerts" && (
            <SubmitButton
              variant="outline"
              name="deed"
              value="drop"
              formNoValidate
              className="sm:mt-6.5"
            >
              Drop chosen alerts
            </SubmitButton>
          )}
        </div>
        <datalist id="open-incidents">
          {open.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </datalist>
      </div>
    </form>
  );
}

"use client";

import { Field } from "@/components/form/field";
import type { FormAction } from "@/components/form/use-form";
import { Disclosure } from "@/components/ui/disclosure";
import { NativeSelect } from "@/components/ui/native-select";
import type { CauseFactor } from "@/db/queries/causes";
import { ActionForm } from "./action-form";

type AddAnswerProps = {
  action: FormAction;
  incidentKey: string;
  factors: CauseFactor[];
  asked: CauseFactor | undefined;
  owners: string[];
};

/** The page's own form for a new action, which asks for the factor that it answers. */
export function AddAnswer({ factors, asked, ...props }: AddAnswerProps) {
  return (
    <Disclosure
      id="add-action"
      summary="Add an action"
      open={asked !== undefined}
      className="mt-3 scroll-mt-20 border-t border-border pt-2 print:hidden"
    >
      <ActionForm {...props} start={asked ? { type: asked.expectedType } : {}}>
        <Field label="Answers" name="factor" className="@md:col-span-full">
          <NativeSelect defaultValue={asked?.text ?? ""}>
            <option value="">No factor in particular</option>
            {factors.map(({ place, text }) => (
              <option key={place} value={text}>
                {text}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </ActionForm>
    </Disclosure>
  );
}

"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useRef } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useAfterSuccess } from "@/components/form/use-after-success";
import { useForm, type FormAction } from "@/components/form/use-form";
import type { CauseFactor } from "@/db/queries/causes";

type MoveFactorProps = {
  action: FormAction;
  incidentKey: string;
  factor: CauseFactor;
  count: number;
};

/** Moves a factor up and down its list; the button that did it keeps the focus. */
export function MoveFactor({ action, incidentKey, factor, count }: MoveFactorProps) {
  const { form, result, attempt } = useForm(action);
  const pressed = useRef<HTMLButtonElement>(null);
  const place = factor.place + 1;
  useAfterSuccess(attempt, () => pressed.current?.focus());

  const step = (name: "up" | "down", Icon: typeof ArrowUp) => (
    <SubmitButton
      name="step"
      value={name}
      variant="ghost"
      size="icon"
      title={`Move ${name}`}
      onClick={({ currentTarget }) => {
        pressed.current = currentTarget;
      }}
    >
      <Icon aria-hidden />
      <span className="sr-only">
        Move {name}: {factor.text}
      </span>
    </SubmitButton>
  );

  return (
    <form {...form} className="-my-1.5 flex shrink-0 flex-wrap justify-end print:hidden">
      <FormError result={result} className="mb-2 basis-full" />
      <input type="hidden" name="key" value={incidentKey} />
      <input type="hidden" name="factor" value={factor.text} />
      <input type="hidden" name="place" value={factor.place} />
      {step("up", ArrowUp)}
      {step("down", ArrowDown)}
      <span role="status" className="sr-only">
        {attempt > 0 && `Now in place ${place} of ${count}.`}
      </span>
    </form>
  );
}

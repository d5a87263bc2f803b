"use client";

import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import { useForm } from "@/components/form/use-form";
import type { SourceRow } from "@/db/queries/alert-sources";
import { madeKey, ReadyAddress, type KeyAction } from "./ready-address";

type RotateKeyProps = { source: SourceRow; action: KeyAction; baseUrl: string };

/** Puts another key into the address, and shows it this one time. */
export function RotateKey({ source, action, baseUrl }: RotateKeyProps) {
  const { form, result } = useForm(action);
  const made = madeKey(result);
  return (
    <form {...form} className="grid grid-cols-1 gap-3">
      {made && (
        <ReadyAddress
          made={made}
          baseUrl={baseUrl}
          proof={source.proof}
          settings={source.settings}
        />
      )}
      <FormError result={result} />
      <input type="hidden" name="id" value={source.id} />
      <p className="max-w-prose text-muted-foreground">
        The key ends in <code>{source.keyEnding}</code>. With another key the address of now is gone
        at once.
      </p>
      <SubmitButton variant="outline" className="justify-self-start">
        Make another key
      </SubmitButton>
    </form>
  );
}

"use client";

import { useActionState } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import type { SourceRow } from "@/db/queries/alert-sources";
import type { KeyAction } from "./new-source";
import { ReadyAddress } from "./ready-address";

type RotateKeyProps = { source: SourceRow; action: KeyAction; baseUrl: string };

/** Puts another key into the address, and shows it this one time. */
export function RotateKey({ source, action, baseUrl }: RotateKeyProps) {
  const [result, rotate] = useActionState(action, null);
  return (
    <form action={rotate} className="grid grid-cols-1 gap-3">
      {result?.ok && (
        <ReadyAddress
          made={result.data}
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

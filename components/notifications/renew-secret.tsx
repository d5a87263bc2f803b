"use client";

import { useActionState } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import type { ActionResult } from "@/lib/action";
import { ShownSecret } from "./shown-secret";

type Renewed = { secret: string };

type RenewSecretProps = {
  id: number;
  action: (
    previous: ActionResult<Renewed> | null,
    form: FormData,
  ) => Promise<ActionResult<Renewed>>;
};

/** Signs with a new secret from now on, and shows it this one time. */
export function RenewSecret({ id, action }: RenewSecretProps) {
  const [result, renew] = useActionState(action, null);
  return (
    <form action={renew} className="grid gap-3">
      {result?.ok && <ShownSecret {...result.data} />}
      <FormError result={result} />
      <input type="hidden" name="id" value={id} />
      <p className="text-sm text-muted-foreground">
        Messages are signed with it as standardwebhooks.com says: HMAC-SHA256 over id, time and
        body. The old secret is of no use from then on.
      </p>
      <SubmitButton variant="outline" className="justify-self-start">
        Make a new secret
      </SubmitButton>
    </form>
  );
}

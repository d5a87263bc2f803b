"use client";

import { useActionState } from "react";
import { FormError } from "@/components/form/form-error";
import { SubmitButton } from "@/components/form/submit-button";
import type { ShareLinkMaker } from "./create-share-link";
import { NewLink } from "./new-link";

type RotateLinkProps = { id: number; action: ShareLinkMaker };

/** Gives a link another address, and shows it this one time. */
export function RotateLink({ id, action }: RotateLinkProps) {
  const [result, rotate] = useActionState(action, null);
  return (
    <form action={rotate} className="grid gap-3">
      {result?.ok && <NewLink {...result.data} />}
      <FormError result={result} />
      <input type="hidden" name="id" value={id} />
      <p className="text-muted-foreground">
        A new address ends the old one at once, and whoever follows by e-mail has to follow again.
        Questions and receipts stay.
      </p>
      <SubmitButton variant="outline" className="w-fit">
        Make a new address
      </SubmitButton>
    </form>
  );
}

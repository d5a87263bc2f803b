"use client";

import { useActionState, useState } from "react";
import type { ActionResult } from "@/lib/action";

export type FormAction = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

/**
 * A form's action with what its last refusal gives back. Used as the form's `key`, `attempt` makes the
 * fields anew with the refused values, where the browser would empty them.
 */
export function useForm(action: FormAction) {
  const [result, send] = useActionState(action, null);
  const [seen, setSeen] = useState({ result, attempt: 0 });
  if (seen.result !== result) setSeen({ result, attempt: seen.attempt + 1 });

  const refusal = result && !result.ok ? result : undefined;
  return {
    result,
    send,
    attempt: seen.attempt,
    isRefused: refusal !== undefined,
    values: refusal?.values ?? {},
    problems: refusal?.fields ?? {},
  };
}

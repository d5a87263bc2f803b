"use client";

import { useActionState, useState, useTransition, type FormEvent } from "react";
import type { ActionResult } from "@/lib/action";

export type FormAction = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

/**
 * A form's action, with what its last refusal gives back. Without a script the browser sends the form
 * itself and `values` fill it in again. With one nothing that was typed leaves the page before it is
 * taken: the fields are made anew (`attempt`, the form's `key`) only after a success, with what was typed
 * while the form was on its way, and a portal that cannot be reached refuses like any other reason.
 */
export function useForm(action: FormAction) {
  const [answered, send] = useActionState(action, null);
  const [result, setResult] = useState(answered);
  const [attempt, setAttempt] = useState(0);
  const [later, setLater] = useState<Record<string, string>>({});
  const [isPending, startTransition] = useTransition();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const { nativeEvent, currentTarget } = event;
    const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const form = new FormData(currentTarget, submitter);
    startTransition(async () => {
      const outcome = await sent(action, result, form);
      setResult(outcome);
      if (outcome !== null && !outcome.ok) return;
      setLater(typedSince(currentTarget, form));
      setAttempt((before) => before + 1);
    });
  }

  const refusal = result && !result.ok ? result : undefined;
  return {
    form: { action: send, onSubmit },
    result,
    attempt,
    isRefused: refusal !== undefined,
    values: refusal?.values ?? later,
    problems: refusal?.fields ?? {},
  };
}

/** The texts of a form that are others than those that were sent, by name. */
function typedSince(form: HTMLFormElement, sent: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const field of form.elements) {
    if (!isTyped(field) || field.name === "" || field.value.trim() === "") continue;
    if (field.value !== sent.get(field.name)) typed[field.name] = field.value;
  }
  return typed;
}

const isTyped = (field: Element): field is HTMLTextAreaElement | HTMLInputElement =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && ["text", "url", "email"].includes(field.type));

/** The action's answer; `null` where it led to another address. */
export async function sent<Data>(
  action: (previous: ActionResult<Data> | null, form: FormData) => Promise<ActionResult<Data>>,
  previous: ActionResult<Data> | null,
  form: FormData,
): Promise<ActionResult<Data> | null> {
  try {
    return await action(previous, form);
  } catch (error) {
    return isRedirect(error) ? null : { ok: false, error: sentenceOf(error) };
  }
}

/** Next has gone there already, and tells so by failing. */
const isRedirect = (error: unknown) =>
  error instanceof Error &&
  "digest" in error &&
  typeof error.digest === "string" &&
  error.digest.startsWith("NEXT_REDIRECT");

function sentenceOf(error: unknown): string {
  return error instanceof TypeError || !navigator.onLine
    ? "Muster cannot be reached. Your text is kept here. Try again."
    : "Something broke on our side. Your text is kept here. Try again.";
}

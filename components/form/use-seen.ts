"use client";

import { useState } from "react";
import type { useForm } from "./use-form";

type SentForm = Pick<ReturnType<typeof useForm>, "attempt" | "result" | "values">;

/**
 * What the writer of a form has before their eyes, for the server to compare with what stands there. It
 * follows the page until they begin to write, and after a conflict it is what they were told of.
 */
export function useSeen<Seen>({ attempt, result, values }: SentForm, current: Seen) {
  const [held, setHeld] = useState<{ attempt: number; seen: Seen }>();
  const shown = held?.attempt === attempt ? held.seen : current;
  const conflict = result && !result.ok ? result.conflict : undefined;
  const told = conflict === undefined ? values.seen : written(conflict);
  return {
    shown,
    /** For the form's field `seen`. */
    text: told ?? written(shown),
    hold: () => setHeld({ attempt, seen: shown }),
  };
}

const written = (seen: unknown) => (typeof seen === "string" ? seen : JSON.stringify(seen));

import { useEffect, useState, type RefObject } from "react";

/** The texts of the form around an element as they are typed; until somebody types, what it began with. */
export function useTyped(
  ref: RefObject<HTMLElement | null>,
  start: Record<string, string>,
): Record<string, string> {
  const [typed, setTyped] = useState(start);
  useEffect(() => {
    const form = ref.current?.closest("form");
    if (!form) return;
    const read = () => setTyped((before) => ({ ...before, ...textsIn(form) }));
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, [ref]);
  return typed;
}

/** A box that is not ticked counts as an empty text. */
function textsIn(form: HTMLFormElement): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      texts[field.name] = field.checked ? field.value : "";
    } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      texts[field.name] = field.value;
    }
  }
  return texts;
}

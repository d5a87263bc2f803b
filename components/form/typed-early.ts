type Typed = { text: string; start: number; end: number };

declare global {
  var musterTyped: WeakMap<HTMLTextAreaElement, Typed | null> | undefined; // null: React has it now
}

/**
 * Runs before all other scripts: it notes what people type into text areas. React, when it takes over a page,
 * sets them back to what the server sent.
 */
export const NOTE_TYPING = `(() => {
  const typed = (globalThis.musterTyped = new WeakMap());
  const note = ({ type, target }) => {
    if (!(target instanceof HTMLTextAreaElement) || typed.get(target) === null) return;
    const { value, defaultValue, selectionStart: start, selectionEnd: end } = target;
    const text = type === "input" ? value : (typed.get(target)?.text ?? defaultValue);
    if (value === text) typed.set(target, { text, start, end });
  };
  for (const type of ["input", "keyup", "pointerup"]) document.addEventListener(type, note, true);
})()`;

const setter = () => Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;

/** Gives a text area that React has just taken over what people had typed into it, and their caret. */
export function restoreTyped(area: HTMLTextAreaElement): void {
  const typed = globalThis.musterTyped?.get(area);
  globalThis.musterTyped?.set(area, null);
  if (!typed) return;
  if (area.value !== typed.text) {
    setter()?.call(area, typed.text); // past React, which then takes it for typed
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (document.activeElement === area) area.setSelectionRange(typed.start, typed.end);
}

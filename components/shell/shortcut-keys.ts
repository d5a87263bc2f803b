/** Where keys lead from anywhere in the portal: a letter, or `g` and a letter. */
export const JUMPS: Readonly<Record<string, { label: string; href: string }>> = {
  c: { label: "Declare an incident", href: "/incidents/new" },
  "g i": { label: "Go to incidents", href: "/incidents" },
  "g a": { label: "Go to alerts", href: "/alerts" },
  "g b": { label: "Go to the action board", href: "/actions" },
  "g p": { label: "Go to postmortems", href: "/postmortems" },
  "g n": { label: "Go to insights", href: "/insights" },
  "g w": { label: "Go to the wall", href: "/wall" },
  "g s": { label: "Go to the status page", href: "/status" },
};

/** Keys that act on what the page shows, where it shows it. */
export const PAGE_KEYS: readonly (readonly [string, string])[] = [
  ["/", "Focus the filter"],
  ["j k", "Next and previous incident of the list"],
  ["Enter", "Open it"],
  ["x", "Select it"],
];

/** Keys that press the control which names them in its `aria-keyshortcuts`, on an incident's page. */
export const INCIDENT_KEYS: readonly (readonly [string, string])[] = [
  ["a", "Acknowledge it, so that nobody else is called"],
  ["u", "Post an update"],
  ["t", "Add to the timeline"],
  ["s", "Go to the next status"],
  ["v", "Change the severity"],
  ["r", "Assign or hand over a role"],
  ["p", "Open the postmortem"],
  [".", "Copy the link"],
];

/** Keys that always work, because they are no single letters. */
export const ALWAYS_KEYS: readonly (readonly [string, string])[] = [
  ["Ctrl K", "Find anything, do anything"],
  ["Ctrl Enter", "Send the form you are writing in"],
  ["Esc", "Close what is open"],
];

const TYPED_INTO =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"]';

/** True while keys belong to what has the focus: a field, a menu or a dialog. */
export function belongsToFocus(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED_INTO) !== null;
}

const isShown = (element: HTMLElement) => element.checkVisibility();

/** Presses the shown control that names this key; false where there is none. */
export function pressControl(key: string): boolean {
  const controls = document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]");
  const control = [...controls].find(
    (element) =>
      isShown(element) && element.getAttribute("aria-keyshortcuts")?.toLowerCase() === key,
  );
  if (control) pressElement(control);
  return control !== undefined;
}

/** Presses a control, or focuses it where it is a field or asks for that. */
export function pressElement(control: HTMLElement): void {
  if (control.matches("input, textarea, select, [data-focus]")) control.focus();
  else control.click();
}

/** Moves the focus along the page's `data-row` links: the next for `j`, the one before for `k`. */
export function moveAlongRows(key: "j" | "k"): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")].filter(isShown);
  const here = rows.findIndex((row) => row === document.activeElement);
  const last = rows.length - 1;
  const next = key === "j" ? Math.min(here + 1, last) : here === -1 ? last : Math.max(here - 1, 0);
  rows[next]?.focus();
}

/** Selects the row that has the focus, or does so no more; false where there is none. */
export function selectRow(): boolean {
  const box = document.activeElement?.closest("tr")?.querySelector<HTMLElement>("[data-select]");
  box?.click();
  return box !== undefined && box !== null;
}

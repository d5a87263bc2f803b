import { INCIDENT_KEYS, PAGE_KEYS, pressElement } from "@/components/shell/shortcut-keys";

export type PageControl = { name: string; keys: string; press: () => void };

const KNOWN = new Map([...PAGE_KEYS, ...INCIDENT_KEYS]);

/**
 * What this page offers: its controls that name a key, or ask to be listed, the page's own before the
 * header's. They are called what the key's help says, or what a listener hears.
 */
export function listPageControls(): PageControl[] {
  const elements = document.querySelectorAll<HTMLElement>("[aria-keyshortcuts], [data-command]");
  const shown = [...elements].filter((element) => element.checkVisibility());
  const [own, others] = [true, false].map((isOwn) =>
    shown.filter((element) => (element.closest("main") !== null) === isOwn),
  );
  const controls = [...(own ?? []), ...(others ?? [])]
    .map((element) => {
      const keys = element.getAttribute("aria-keyshortcuts") ?? "";
      const name = KNOWN.get(keys.toLowerCase()) ?? nameOf(element);
      return { name, keys, press: () => pressElement(element) };
    })
    .filter(({ name }) => name !== "");
  return controls.filter(
    ({ name }, index) => controls.findIndex((other) => other.name === name) === index,
  );
}

function nameOf(element: HTMLElement): string {
  const labelledBy = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const labels = labelledBy.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const field = element.matches("input, textarea, select") ? element.closest("label") : element;
  const name = labels || element.getAttribute("aria-label") || field?.textContent || "";
  return name.replace(/\s+/g, " ").trim();
}

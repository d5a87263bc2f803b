import { pressElement } from "@/components/shell/shortcut-keys";

export type PageControl = { name: string; keys: string; press: () => void };

/** What this page offers: its controls that name a key, or ask to be listed, by what a listener hears. */
export function listPageControls(): PageControl[] {
  const elements = document.querySelectorAll<HTMLElement>("[aria-keyshortcuts], [data-command]");
  const controls = [...elements]
    .filter((element) => element.checkVisibility())
    .map((element) => ({
      name: nameOf(element),
      keys: element.getAttribute("aria-keyshortcuts") ?? "",
      press: () => pressElement(element),
    }))
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

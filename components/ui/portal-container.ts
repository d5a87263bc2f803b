/** Where floating content goes: into the page's main landmark, where there is one. */
export function portalContainer(): HTMLElement | undefined {
  if (typeof document === "undefined") return undefined;
  return document.getElementById("main") ?? undefined;
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Keys as this machine's keyboard names them: `Mod Alt 1` is Ctrl Alt 1, or ⌘ ⌥ 1. */
export function keyNames(keys: string): string {
  if (!isMac()) return keys.replace("Mod", "Ctrl");
  return keys.replace("Mod", "⌘").replace("Alt", "⌥").replace("Shift", "⇧");
}

/** As `aria-keyshortcuts` wants them. */
export function ariaKeys(keys: string): string {
  return keys.replace("Mod", isMac() ? "Meta" : "Control").replaceAll(" ", "+");
}

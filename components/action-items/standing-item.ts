const TEXTS = ["title", "owner", "priority", "type", "deadline", "status"] as const;
type Texts = { [Name in (typeof TEXTS)[number]]: string | null };

/** An action item's texts as a form's values, and its own team by its number. */
export function textOf(item: Texts & { teamId: number | null }): Record<string, string> {
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, item[name] ?? ""])),
    team: String(item.teamId ?? ""),
  };
}

/** What stands in the item that a conflict brought back, field by field. */
export function standingIn(conflict: unknown): [string, string][] {
  if (!isObject(conflict)) return [];
  return TEXTS.map((name) => [name, String(conflict[name] ?? "")]);
}

export function versionIn(conflict: unknown): number | undefined {
  return isObject(conflict) && typeof conflict.version === "number" ? conflict.version : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

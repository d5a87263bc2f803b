type Posted = { key: string; isPrivate: boolean; isDrill: boolean };

/** Why nothing of an incident goes to outsiders, in words; `undefined` where it may. */
export function whyNotPublic({ key, isPrivate, isDrill }: Posted): string | undefined {
  if (isPrivate) return `${key} is private. Make it visible to members first.`;
  if (isDrill) return `${key} is a drill. Nothing of it goes to the status page.`;
  return undefined;
}

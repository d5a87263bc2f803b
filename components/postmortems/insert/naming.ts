import type { Suggestion } from "@/db/queries/suggestions";
import { actionAddress, incidentAddress, personAddress } from "@/lib/domain/chip";
import type { Desk } from "./desk";
import type { MenuItem } from "./menu-list";
import type { ChipText } from "./put";

export type NamedItem = MenuItem & { chip: ChipText };

const LONGEST = 60;
const LONGEST_TITLE = 80;

/** Whom or what the writer may mean; nothing where the portal cannot be asked. */
export async function namesOf(
  { incidentKey }: Desk,
  of: "people" | "things",
  typed: string,
  signal: AbortSignal,
): Promise<NamedItem[]> {
  if (/^[\s#@]/.test(typed) || typed.length > LONGEST) return [];
  const query = new URLSearchParams({ of, text: typed });
  const path = `/incidents/${encodeURIComponent(incidentKey)}/postmortem/suggestions?${query}`;
  const answer = await fetch(path, { signal });
  if (!answer.ok) return [];
  const found: Suggestion[] = await answer.json();
  return found.map(itemOf);
}

function itemOf(found: Suggestion): NamedItem {
  if (found.kind === "person") {
    const { id, name } = found;
    const chip = { text: `@${name}`, href: personAddress(id) };
    return { id: `person ${id}`, title: name, chip };
  }
  if (found.kind === "incident") {
    const { key, title } = found;
    const chip = { text: `#${key}`, href: incidentAddress(key) };
    return { id: `incident ${key}`, title, hint: key, chip };
  }
  const { id, title } = found;
  const chip = { text: `AI-${id} ${shortened(title)}`, href: actionAddress(id) };
  return { id: `action ${id}`, title, hint: `AI-${id}`, chip };
}

export const shortened = (title: string): string =>
  title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : title;

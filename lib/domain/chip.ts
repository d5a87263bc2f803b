export type ChipKind = "person" | "incident" | "action" | "event" | "message";

/** What a link of the portal points at. `seq` is an event's or a message's number, `key` its incident. */
export type Chip = { kind: ChipKind; key?: string; seq?: number };

const PERSON = /^\/people#p-\d+$/;
/** An item's page, or its card on the board as links of older texts have it. */
const ACTION = /^\/actions(?:\/AI-\d+|(?:\?[^#]*)?#ai-\d+)$/;
const INCIDENT = /^\/incidents\/([^/?#]+)(?:\?[^#]*)?(?:#([ec])-(\d+))?$/;

/** What a link's address names, if it is one that is shown as a chip. */
export function chipOf(href: string): Chip | undefined {
  if (PERSON.test(href)) return { kind: "person" };
  if (ACTION.test(href)) return { kind: "action" };
  const [, key = "", part, number] = INCIDENT.exec(href) ?? [];
  if (key === "" || key === "new") return undefined;
  if (part === undefined) return { kind: "incident", key: decoded(key) };
  const kind = part === "e" ? "event" : "message";
  return { kind, key: decoded(key), seq: Number(number) };
}

export const personAddress = (id: number): string => `/people#p-${id}`;

/** The form for a new item of an incident, which one of its timeline's rows begins. */
export function newItemAddress(key: string, event?: number): string {
  const query = new URLSearchParams({ incident: key, add: "1" });
  if (event !== undefined) query.set("event", String(event));
  return `/actions?${query}`;
}

export const actionAddress = (id: number): string => `/actions/AI-${id}`;

/** With brackets spelled out, as they would end a link in Markdown. */
export const incidentAddress = (key: string): string =>
  `/incidents/${encodeURIComponent(key).replaceAll("(", "%28").replaceAll(")", "%29")}`;

export const eventAddress = (key: string, seq: number): string =>
  `${incidentAddress(key)}#e-${seq}`;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

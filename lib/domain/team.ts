import { aliasKey } from "./people";

/** What decides the team of an item. */
export type TeamSource = "item" | "owner" | "service";

/** Which team is meant by a number, by an owner as records write it, and by a service's name. */
export type TeamDirectory<Team> = {
  byId: (teamId: number) => Team | undefined;
  ofOwner: (owner: string) => Team | undefined;
  /** By the name in the form of `serviceKey`. */
  ofService: ReadonlyMap<string, Team>;
};

export type Teamed = {
  /** The team that somebody gave it. */
  teamId: number | null;
  owner: string | null;
  /** Its incident's service, then the affected ones. */
  services: () => (string | null)[];
};

export type FoundTeam<Team> = { team: Team; from: TeamSource };

/** An item's own team, else its owner's first, else that of the first of its incident's services that has one. */
export function teamFor<Team>(
  { teamId, owner, services }: Teamed,
  { byId, ofOwner, ofService }: TeamDirectory<Team>,
): FoundTeam<Team> | undefined {
  const own = teamId === null ? undefined : byId(teamId);
  if (own) return { team: own, from: "item" };
  const owners = owner === null ? undefined : ofOwner(owner);
  if (owners) return { team: owners, from: "owner" };
  for (const service of services()) {
    const team = ofService.get(serviceKey(service ?? ""));
    if (team) return { team, from: "service" };
  }
  return undefined;
}

/** The form in which names of services are compared. */
export const serviceKey = aliasKey;

/** Is this a time zone that the machine knows? Offsets such as `+02:00` are none: they know no summer. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const LONGEST_SLUG = 40;

/** Words that an address of the boards means already. */
const TAKEN = ["all", "mine", "none"];

/**
 * A team's word in addresses, made of its name: "Checkout & Payments" → `checkout-payments`, and with a
 * number where another team has it. It stays when the name changes.
 */
export function slugFor(name: string, others: readonly string[]): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_SLUG)
    .replaceAll(/^-+|-+$/g, "");
  const word = plain || "team";
  const taken = new Set([...TAKEN, ...others]);
  if (!taken.has(word)) return word;
  let number = 2;
  while (taken.has(`${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}

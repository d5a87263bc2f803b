import { asc, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, users } from "@/db/schema";
import { accountOf, addressOf, isMailAddress, type Named } from "@/lib/domain/mail-address";
import { aliasKey } from "@/lib/domain/people";
import type { Viewer } from "@/lib/domain/viewer";
import { DEFAULT_CALENDAR, type WorkCalendar } from "@/lib/domain/working-days";
import { listPeople, personByAlias } from "./people";
import { listTeams, teamFinder } from "./teams";

/** Somebody whom reminders reach. */
export type DigestReader = {
  /** In the keys of their messages: a person's id, or an address that belongs to nobody in the directory. */
  key: string;
  name: string;
  address: string;
  /** With whose eyes their messages are written. */
  viewer: Viewer;
  /** Where they work. */
  calendar: WorkCalendar;
  /** The owners, as records write them, who are this person. */
  owners: string[];
  /** The teams that they lead. */
  leads: number[];
};

/** Without an account a person sees what is private to nobody. */
const NO_ACCOUNT: Viewer = { userId: 0, name: "", email: "", role: "viewer" };

/**
 * Everybody who can be reminded, each address once. Accounts of the demo are left out where mail really
 * leaves.
 */
export function listReaders({ withDemo }: { withDemo: boolean }): DigestReader[] {
  const accounts = listAccounts();
  const teamOf = teamFinder();
  const teams = listTeams();
  const owners = ownersByPerson();
  const readers = new Map<string, DigestReader>();
  for (const person of [...listNamed(), ...listStrangers(owners)]) {
    const account = accountOf(person, accounts);
    const address = addressOf(person, account);
    if (address === undefined || (account?.isDemo && !withDemo)) continue;
    const known = readers.get(address);
    const leads = teams.filter(({ lead }) => lead && lead.id === person.id).map(({ id }) => id);
    const owned = owners.get(aliasKey(person.name)) ?? [];
    readers.set(address, {
      key: known?.key ?? String(person.id ?? person.name),
      name: known?.name ?? person.name,
      address,
      viewer: account ?? NO_ACCOUNT,
      calendar:
        known?.calendar ??
        teamOf({ teamId: null, owner: person.name, incidentId: 0 })?.team ??
        DEFAULT_CALENDAR,
      owners: [...(known?.owners ?? []), ...owned],
      leads: [...(known?.leads ?? []), ...leads],
    });
  }
  return [...readers.values()];
}

/** How reminders reach whoever is signed in. */
export function findReader({ userId }: Viewer): DigestReader | undefined {
  return listReaders({ withDemo: true }).find(({ viewer }) => viewer.userId === userId);
}

function listNamed(): Named[] {
  return listPeople().map(({ id, name, aliases }) => ({
    id,
    name,
    aliases: aliases.map(({ alias }) => alias),
  }));
}

/** Owners whom the directory does not know, and who can be reached all the same. */
function listStrangers(owners: Map<string, string[]>): Named[] {
  const known = personByAlias();
  return [...owners.keys()]
    .filter((key) => isMailAddress(key) && !known.has(key))
    .map((key) => ({ id: null, name: key, aliases: [key] }));
}

/** Owners as records write them, by the person that they mean, in the form in which names are compared. */
function ownersByPerson(): Map<string, string[]> {
  const known = personByAlias();
  const byPerson = new Map<string, string[]>();
  const rows = db()
    .selectDistinct({ owner: actionItems.owner })
    .from(actionItems)
    .where(isNotNull(actionItems.owner))
    .all();
  for (const { owner } of rows) {
    const written = owner ?? "";
    const person = aliasKey(known.get(aliasKey(written)) ?? written);
    byPerson.set(person, [...(byPerson.get(person) ?? []), written]);
  }
  return byPerson;
}

function listAccounts() {
  const { id, name, email, role, personId, isDemo, disabledAt } = users;
  return db()
    .select({ userId: id, name, email, role, personId, isDemo, disabledAt })
    .from(users)
    .orderBy(asc(id))
    .all()
    .map(({ disabledAt, ...account }) => ({ ...account, isOpen: disabledAt === null }));
}

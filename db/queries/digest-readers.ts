import { asc, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, people, users } from "@/db/schema";
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

/** Everybody who can be reminded, each address once; without the demo's people where mail really leaves. */
export function listReaders({ withDemo }: { withDemo: boolean }): DigestReader[] {
  const accounts = listAccounts();
  const teamOf = teamFinder();
  const teams = listTeams();
  const owners = ownersByPerson();
  const demoPeople = listDemoPeople();
  const readers = new Map<string, DigestReader>();
  for (const person of [...listNamed(), ...listStrangers(owners)]) {
    const account = accountOf(person, accounts);
    const address = addressOf(person, account);
    const isDemo = account?.isDemo ?? demoPeople.has(person.id);
    if (address === undefined || (isDemo && !withDemo)) continue;
    const reader = {
      key: String(person.id ?? person.name),
      name: person.name,
      address,
      viewer: account ?? NO_ACCOUNT,
      calendar:
        teamOf({ teamId: null, owner: person.name, incidentId: 0 })?.team ?? DEFAULT_CALENDAR,
      owners: owners.get(aliasKey(person.name)) ?? [],
      leads: teams.filter(({ lead }) => lead && lead.id === person.id).map(({ id }) => id),
    };
    readers.set(address, joined(readers.get(address), reader));
  }
  return [...readers.values()];
}

/** Whom the directory knows as two, and who reads one mailbox. */
function joined(known: DigestReader | undefined, reader: DigestReader): DigestReader {
  if (!known) return reader;
  return {
    ...known,
    viewer: known.viewer === NO_ACCOUNT ? reader.viewer : known.viewer,
    owners: [...known.owners, ...reader.owners],
    leads: [...known.leads, ...reader.leads],
  };
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

function listDemoPeople(): Set<number | null> {
  const demo = db().select({ id: people.id }).from(people).where(eq(people.isDemo, true)).all();
  return new Set(demo.map(({ id }) => id));
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

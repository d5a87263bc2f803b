import { and, asc, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { actionItems, incidents, people, personAliases } from "@/db/schema";
import { aliasKey, isEmail, proposePerson } from "@/lib/domain/people";

export type Person = ReturnType<typeof listPeople>[number];

/** The directory: every person with the other names and addresses that someone confirmed. */
export function listPeople() {
  const { personId, alias, confirmedBy, confirmedAt } = personAliases;
  const aliases = db()
    .select({ personId, alias, confirmedBy, confirmedAt })
    .from(personAliases)
    .orderBy(asc(alias))
    .all();
  return db()
    .select({ id: people.id, name: people.name })
    .from(people)
    .orderBy(asc(people.name))
    .all()
    .map((person) => ({ ...person, aliases: aliases.filter((of) => of.personId === person.id) }));
}

/** Whose name or confirmed alias this is, by the alias in lower case. */
export function personByAlias(): Map<string, string> {
  const confirmed = db()
    .select({ alias: personAliases.alias, name: people.name })
    .from(personAliases)
    .innerJoin(people, eq(people.id, personAliases.personId))
    .all();
  const named = db().select({ name: people.name }).from(people).all();
  return new Map([
    ...confirmed.map(({ alias, name }) => [alias, name] as const),
    ...named.map(({ name }) => [aliasKey(name), name] as const),
  ]);
}

/** The person whom a record means by this text, if someone confirmed it. */
export function nameOf(alias: string): string | undefined {
  return personByAlias().get(aliasKey(alias));
}

export type Proposal = ReturnType<typeof listProposals>[number];

/**
 * E-mails in records that belong to nobody yet: where they stand, and whom they probably mean. A private
 * incident's stay within it, as the directory is everybody's.
 */
export function listProposals() {
  const known = personByAlias();
  const names = listNames();
  const unmatched = new Map<string, Mention[]>();
  for (const mention of [...ownerMentions(), ...onCallMentions()]) {
    if (!isEmail(mention.alias) || known.has(mention.alias)) continue;
    unmatched.set(mention.alias, [...(unmatched.get(mention.alias) ?? []), mention]);
  }
  return [...unmatched]
    .map(([alias, mentions]) => ({
      alias,
      proposed: proposePerson(alias, names),
      ownedItems: mentions.filter(({ as }) => as === "owner").length,
      incidents: [...new Set(mentions.map(({ key }) => key))].toSorted(),
      isOnCall: mentions.some(({ as }) => as === "on call"),
    }))
    .toSorted((a, b) => a.alias.localeCompare(b.alias));
}

export type LikelyPerson = { alias: string; person: string };

/** Of the e-mails that belong to nobody yet, those that probably mean someone of the directory. */
export function listLikelyPeople(addresses: (string | null)[]): LikelyPerson[] {
  const known = personByAlias();
  const names = listNames();
  const aliases = new Set(addresses.map((address) => aliasKey(address ?? "")));
  return [...aliases].flatMap((alias) => {
    const person = isEmail(alias) && !known.has(alias) ? proposePerson(alias, names) : undefined;
    return person === undefined ? [] : { alias, person };
  });
}

function listNames(): string[] {
  const rows = db().select({ name: people.name }).from(people).all();
  return rows.map(({ name }) => name);
}

type Mention = { alias: string; key: string; as: "owner" | "on call" };

function ownerMentions(): Mention[] {
  return db()
    .select({ owner: actionItems.owner, key: incidents.key })
    .from(actionItems)
    .innerJoin(incidents, eq(incidents.id, actionItems.incidentId))
    .where(and(isNotNull(actionItems.owner), eq(incidents.isPrivate, false)))
    .all()
    .map(({ owner, key }) => ({ alias: aliasKey(owner ?? ""), key, as: "owner" }));
}

function onCallMentions(): Mention[] {
  return db()
    .select({ context: incidents.context, key: incidents.key })
    .from(incidents)
    .where(and(isNotNull(incidents.context), eq(incidents.isPrivate, false)))
    .all()
    .flatMap(({ context, key }) => {
      const { primary, secondary, escalation_manager: manager } = context?.on_call ?? {};
      return [primary, secondary, manager].flatMap((address) =>
        address ? [{ alias: aliasKey(address), key, as: "on call" }] : [],
      );
    });
}

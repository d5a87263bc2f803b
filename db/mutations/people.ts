import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { people, personAliases } from "@/db/schema";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { aliasKey, isEmail } from "@/lib/domain/people";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";

export type Match = { alias: string; name: string };

/** Says that a name or an e-mail address means this person; a new name joins the directory. */
export function confirmAlias(viewer: Viewer, match: Match, now = Date.now()): void {
  transaction(() => {
    const [alias, name] = [aliasKey(match.alias), match.name.trim()];
    if (alias === "" || name === "") throw new DomainError("Choose the person it belongs to.");

    if (isEmail(name)) throw new DomainError("Give the person’s name, not an address.");

    const owner = ownerOf(alias);
    const person = personNamed(name) ?? db().insert(people).values({ name }).returning().get();
    if (owner?.id === person.id) return;
    if (owner) {
      throw new ConflictError(
        `${alias} belongs to ${owner.name} already. Remove it there first.`,
        owner.name,
      );
    }

    db()
      .insert(personAliases)
      .values({ personId: person.id, alias, confirmedBy: viewer.name, confirmedAt: now })
      .run();
    recordAudit(viewer.name, "person:confirm", `person ${person.name}`, { alias });
  });
}

/** Takes an alias away again: what it stood for is shown as it came. */
export function removeAlias(viewer: Viewer, { alias }: { alias: string }): void {
  transaction(() => {
    const key = aliasKey(alias);
    const found = db()
      .select({ id: personAliases.id, name: people.name })
      .from(personAliases)
      .innerJoin(people, eq(people.id, personAliases.personId))
      .where(eq(personAliases.alias, key))
      .get();
    if (!found) throw new NotFoundError(`Someone removed ${key} already.`);
    db().delete(personAliases).where(eq(personAliases.id, found.id)).run();
    recordAudit(viewer.name, "person:remove-alias", `person ${found.name}`, { alias: key });
  });
}

/** The person who has this name or alias. */
function ownerOf(alias: string) {
  const confirmed = db()
    .select({ id: people.id, name: people.name })
    .from(personAliases)
    .innerJoin(people, eq(people.id, personAliases.personId))
    .where(eq(personAliases.alias, alias))
    .get();
  return confirmed ?? personNamed(alias);
}

function personNamed(name: string) {
  const everyone = db().select({ id: people.id, name: people.name }).from(people).all();
  return everyone.find((person) => aliasKey(person.name) === aliasKey(name));
}

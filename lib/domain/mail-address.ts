import { aliasKey } from "./people";

const LONGEST_ADDRESS = 200;

/** Can mail be sent to this text? Less than a server would take, and nothing that a header could misread. */
export function isMailAddress(text: string): boolean {
  const [local = "", domain = "", ...rest] = text.split("@");
  return (
    text.length <= LONGEST_ADDRESS &&
    rest.length === 0 &&
    /^[\w.+'-]{1,64}$/.test(local) &&
    domain.split(".").every((label) => /^[a-z0-9-]{1,63}$/i.test(label) && !/^-|-$/.test(label))
  );
}

/** Somebody whom action items name, as the directory knows them or by their address alone. */
export type Named = { id: number | null; name: string; aliases: string[] };

export type Account = {
  userId: number;
  name: string;
  email: string;
  personId: number | null;
  isOpen: boolean;
};

/** A person's account: the one that is linked to them, else one with an address or the name of theirs. */
export function accountOf<A extends Account>(person: Named, accounts: A[]): A | undefined {
  const addresses = person.aliases.map(aliasKey);
  const free = accounts.filter(({ personId }) => personId === null);
  return (
    accounts.find(({ personId }) => personId !== null && personId === person.id) ??
    free.find(({ email }) => addresses.includes(aliasKey(email))) ??
    free.find(({ name }) => aliasKey(name) === aliasKey(person.name))
  );
}

/**
 * Where mail reaches a person: at their account, else at an address that somebody confirmed to be theirs.
 * Whose account is closed has left, and gets none.
 */
export function addressOf({ aliases }: Named, account: Account | undefined): string | undefined {
  const known = account === undefined ? aliases : account.isOpen ? [account.email] : [];
  return known.find(isMailAddress)?.toLowerCase();
}

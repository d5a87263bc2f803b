import { invite } from "@/db/mutations/invitations";
import { makeResetLink } from "@/db/mutations/passwords";
import { removeSecondFactor } from "@/db/mutations/second-factors";
import { setDisabled } from "@/db/mutations/users";
import { listAccounts, type Account } from "@/db/queries/accounts";
import { DomainError } from "@/lib/domain/error";
import { isMailAddress } from "@/lib/domain/mail-address";
import { ROLES, type Role } from "@/lib/domain/permissions";
import { operator } from "@/lib/domain/viewer";
import { env } from "@/lib/env";
import type { Io } from "./records";

const USAGE = `Usage: muster user list
       muster user add EMAIL [--role ${ROLES.join("|")}]
       muster user reset EMAIL [--second-factor]
       muster user disable EMAIL
       muster user enable EMAIL`;

const WHO = operator("command line");

/** Keeps accounts where nobody can sign in, or no mail leaves the portal. */
export async function runUser([verb = "", ...args]: string[], { out, err }: Io): Promise<number> {
  const [email, ...options] = args;
  if (verb === "list" && email === undefined) return list(out);
  if (email === undefined || email.startsWith("-")) return misunderstood(err);
  if (verb === "add") {
    const role = roleIn(options);
    return role === undefined ? misunderstood(err) : add(email, role, out);
  }
  if (verb === "reset" && options.join() === "--second-factor") return forgetFactor(email, out);
  if (options.length > 0) return misunderstood(err);
  if (verb === "reset") return reset(email, out);
  if (verb === "disable" || verb === "enable") return close(email, verb === "disable", out);
  return misunderstood(err);
}

type Out = Io["out"];

function misunderstood(err: Out): number {
  err(USAGE);
  return 2;
}

function list(out: Out): number {
  for (const { email, name, role, disabledAt, factorAt } of listAccounts()) {
    const marks = [
      ...(factorAt === null ? [] : ["second factor"]),
      ...(disabledAt === null ? [] : ["closed"]),
    ];
    out([email, role, name, ...marks].join("\t"));
  }
  return 0;
}

function add(email: string, role: Role, out: Out): number {
  if (!isMailAddress(email)) throw new DomainError(`${email} is not an e-mail address.`);
  const { path } = invite(WHO, { email, role });
  out(`Invited ${email} as ${role}. The link works once, for seven days:`);
  out(env().baseUrl + path);
  return 0;
}

function reset(email: string, out: Out): number {
  const { id, name } = requireAccount(email);
  const { path } = makeResetLink(WHO.name, id);
  out(`A link to a new password for ${name}. It works once, for an hour:`);
  out(env().baseUrl + path);
  return 0;
}

function forgetFactor(email: string, out: Out): number {
  const { id, name } = requireAccount(email);
  removeSecondFactor(WHO, id);
  out(`${name} signs in with the password alone.`);
  return 0;
}

function close(email: string, isClosed: boolean, out: Out): number {
  const { id, name } = requireAccount(email);
  setDisabled(WHO.name, id, isClosed, Date.now());
  out(
    isClosed
      ? `Closed the account of ${name}; their sessions ended.`
      : `${name} can sign in again.`,
  );
  return 0;
}

function requireAccount(email: string): Account {
  const account = listAccounts().find((each) => each.email === email.toLowerCase());
  if (!account) throw new DomainError(`There is no account of ${email}.`);
  return account;
}

/** The role that the options ask for; nothing where they ask for something else. */
function roleIn(options: string[]): Role | undefined {
  if (options.length === 0) return "responder";
  const [option, wanted, ...others] = options;
  if (option !== "--role" || others.length > 0) return undefined;
  return ROLES.find((role) => role === wanted);
}

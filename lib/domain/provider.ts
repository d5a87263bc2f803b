import { DomainError } from "./error";
import type { Role } from "./permissions";

const MINUTE = 60_000;

/** For how long a way to the provider and back can be used. */
export const PROVIDER_TRIP_LENGTH = 10 * MINUTE;

/** For how long an account that was shown to be somebody's can be connected. */
export const OFFER_LENGTH = 10 * MINUTE;

/** What somebody goes to the provider for: to sign in, accept an invitation, connect it, or show that it is them. */
export const TRIP_PURPOSES = ["sign-in", "join", "link", "prove"] as const;
export type TripPurpose = (typeof TRIP_PURPOSES)[number];

/** What the provider says of whoever came back from it. */
export type Identity = {
  issuer: string;
  /** Never changes and is never given to somebody else, unlike an address. */
  subject: string;
  email: string | undefined;
  /** True where the provider made sure that the address is theirs. */
  isVerified: boolean;
  name: string | undefined;
  groups: string[];
};

/** Whom the portal lets in by the provider's word. */
export type Admission = {
  /** Domains of which an address has to be; empty where any may be. */
  domains: string[];
  /** The groups that give a role; all empty where roles are given in the portal. */
  roles: Record<Role, string[]>;
  /** What somebody is who is in none of those groups, or nothing where they stay outside. */
  otherwise: "viewer" | undefined;
  /** Whether whoever has no account yet gets one. */
  createsAccounts: boolean;
};

export const PROVIDER_PROBLEMS = {
  expired: "This took too long, or was begun in another browser. Begin again.",
  provider: "The provider’s answer could not be trusted, so nobody was signed in. Begin again.",
  unreached: "The provider cannot be reached at the moment. Try again later.",
  denied: "The provider did not sign you in.",
  domain:
    "Only addresses of some domains may sign in here, and the provider vouches for none of yours.",
  group: "The provider signed you in, but none of your groups may use this portal.",
  closed: "This account is closed.",
  taken:
    "An account with your address is here already, and it is not connected. Sign in with its password, then connect it on the page of your account.",
  unknown: "You have no account here yet. Ask an admin for an invitation.",
  unverified: "The provider does not vouch for your address, which a new account needs.",
  invitation: "This invitation does not work any more. Ask for a new one.",
  often: "Too many attempts from your address. Try again in a few minutes.",
  other: "This sign-in belongs to another account.",
  stays: "The provider has no page to sign out of. Close your session there.",
  "signed-out": "You were signed out meanwhile. Sign in, then repeat this.",
} as const;
export type ProviderProblem = keyof typeof PROVIDER_PROBLEMS;

/** No to somebody who comes by the provider's word. */
export class ProviderRefusal extends DomainError {
  override name = "ProviderRefusal";
  constructor(readonly problem: ProviderProblem) {
    super(PROVIDER_PROBLEMS[problem]);
  }
}

/** The words for a problem that an address names. */
export const providerProblem = (name: string | undefined): string | undefined =>
  name !== undefined && Object.hasOwn(PROVIDER_PROBLEMS, name)
    ? Object.entries(PROVIDER_PROBLEMS).find(([problem]) => problem === name)?.[1]
    : undefined;

export const hasRoles = ({ roles }: Pick<Admission, "roles">): boolean =>
  Object.values(roles).some((groups) => groups.length > 0);

/** The highest role that one of the groups gives. */
export function roleOf(
  groups: readonly string[],
  { roles, otherwise }: Pick<Admission, "roles" | "otherwise">,
): Role | undefined {
  const gives = (role: Role) => roles[role].some((group) => groups.includes(group));
  if (gives("admin")) return "admin";
  if (gives("responder")) return "responder";
  return gives("viewer") ? "viewer" : otherwise;
}

/** True for an address of one of the domains that the provider vouches for, or where any may come. */
export function isOfDomains(
  { email, isVerified }: Pick<Identity, "email" | "isVerified">,
  domains: readonly string[],
): boolean {
  if (domains.length === 0) return true;
  if (email === undefined || !isVerified) return false;
  return domains.includes(email.slice(email.lastIndexOf("@") + 1).toLowerCase());
}

/** Goes on with those whom the portal lets in by the provider's word, whoever they are here. */
export function requireAdmitted(identity: Identity, admission: Admission): void {
  if (!isOfDomains(identity, admission.domains)) throw new ProviderRefusal("domain");
  if (hasRoles(admission) && roleOf(identity.groups, admission) === undefined) {
    throw new ProviderRefusal("group");
  }
}

/** True for an account that may sign in with a password; `breakGlass` is the only one where they are off. */
export const maySignInByPassword = (email: string, breakGlass: string | undefined): boolean =>
  breakGlass === undefined || email === breakGlass;

type Trip = { purpose: TripPurpose; callbackUrl: string; invitation?: string | undefined };

/** Where somebody who went to the provider lands who is refused what they went for. */
export function pathAfterRefusal(
  { purpose, callbackUrl, invitation = "" }: Trip,
  problem: ProviderProblem,
): string {
  if (purpose === "link") return `/account?${new URLSearchParams({ problem })}`;
  if (purpose === "join") {
    return `/login/invitation?${new URLSearchParams({ token: invitation, problem })}`;
  }
  const page = purpose === "prove" ? "/account/confirm" : "/login";
  return `${page}?${new URLSearchParams({ callbackUrl, problem })}`;
}

import type { Admission, Identity } from "@/lib/domain/provider";

/** Grace, as a provider knows her. */
export const makeIdentity = (overrides: Partial<Identity> = {}): Identity => ({
  issuer: "https://id.example.com",
  subject: "grace-1",
  email: "grace@example.com",
  isVerified: true,
  name: "Grace",
  groups: [],
  ...overrides,
});

/** Lets everybody in who has an account, with the role that they have. */
export const makeAdmission = (overrides: Partial<Admission> = {}): Admission => ({
  domains: [],
  roles: { admin: [], responder: [], viewer: [] },
  otherwise: undefined,
  createsAccounts: false,
  ...overrides,
});

/** Roles by the groups `admins`, `operators` and `staff`. */
export const ROLES_BY_GROUP = { admin: ["admins"], responder: ["operators"], viewer: ["staff"] };

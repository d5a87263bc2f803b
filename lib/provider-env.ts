import { z } from "zod";
import type { Admission } from "@/lib/domain/provider";
import { isLoopbackName } from "@/lib/loopback";

/** A list such as `admins, operators`. */
const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").map((each) => each.trim()))
  .transform((parts) => parts.filter((part) => part !== ""));

const noOrYes = z.enum(["0", "1"], "is neither 0 nor 1");

/** What the environment may say of single sign-on, by name. */
export const providerVariables = z.object({
  OIDC_ISSUER: z
    .url("is not an address")
    .refine(isSafe, "is neither an https address nor one of this machine")
    .refine((issuer) => !issuer.includes("/.well-known/"), "is to end before /.well-known/")
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1, "is empty").optional(),
  OIDC_CLIENT_SECRET: z.string().min(1, "is empty").optional(),
  OIDC_NAME: z.string().trim().min(1, "is empty").max(40, "is too long").default("single sign-on"),
  OIDC_SCOPES: z.string().default("openid profile email"),
  OIDC_ALLOWED_DOMAINS: list,
  OIDC_GROUPS_CLAIM: z.string().min(1, "is empty").default("groups"),
  OIDC_ROLE_ADMIN: list,
  OIDC_ROLE_RESPONDER: list,
  OIDC_ROLE_VIEWER: list,
  OIDC_ROLE_OTHERWISE: z.enum(["refuse", "viewer"], "is neither refuse nor viewer").optional(),
  OIDC_CREATE_ACCOUNTS: noOrYes.default("0"),
  PASSWORD_SIGN_IN: noOrYes.default("1"),
  BREAK_GLASS_EMAIL: z.email("is not an e-mail address").toLowerCase().optional(),
});

type Variables = z.output<typeof providerVariables>;

export type ProviderSettings = {
  issuer: string;
  clientId: string;
  /** None where the provider knows this portal as a public client. */
  clientSecret: string | undefined;
  /** What people call it. */
  name: string;
  scopes: string;
  groupsClaim: string;
  admission: Admission;
};

/** The provider by whose word people may come in, if there is one. */
export function providerOf(given: Variables): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = given;
  if (issuer === undefined || clientId === undefined) return undefined;
  return {
    issuer,
    clientId,
    clientSecret: given.OIDC_CLIENT_SECRET,
    name: given.OIDC_NAME,
    scopes: given.OIDC_SCOPES,
    groupsClaim: given.OIDC_GROUPS_CLAIM,
    admission: {
      domains: given.OIDC_ALLOWED_DOMAINS.map((domain) => domain.toLowerCase()),
      roles: {
        admin: given.OIDC_ROLE_ADMIN,
        responder: given.OIDC_ROLE_RESPONDER,
        viewer: given.OIDC_ROLE_VIEWER,
      },
      otherwise: given.OIDC_ROLE_OTHERWISE === "viewer" ? "viewer" : undefined,
      createsAccounts: given.OIDC_CREATE_ACCOUNTS === "1",
    },
  };
}

/** The address of the only account that signs in with a password, where not everybody may. */
export const breakGlassOf = (given: Variables): string | undefined =>
  given.PASSWORD_SIGN_IN === "0" ? given.BREAK_GLASS_EMAIL : undefined;

/** What is missing of variables that need each other: its name, and what needs it. */
export function missingParts(given: Variables): { name: keyof Variables; needed: string }[] {
  const isOff = given.PASSWORD_SIGN_IN === "0";
  const needs = [
    { name: "OIDC_CLIENT_ID", needed: "OIDC_ISSUER", isAsked: given.OIDC_ISSUER !== undefined },
    { name: "OIDC_ISSUER", needed: "OIDC_CLIENT_ID", isAsked: given.OIDC_CLIENT_ID !== undefined },
    { name: "OIDC_ISSUER", needed: "PASSWORD_SIGN_IN=0", isAsked: isOff },
    { name: "BREAK_GLASS_EMAIL", needed: "PASSWORD_SIGN_IN=0", isAsked: isOff },
  ] as const;
  return needs.filter(({ name, isAsked }) => isAsked && given[name] === undefined);
}

function isSafe(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === "https:" || (protocol === "http:" && isLoopbackName(hostname));
}

import { describe, expect, test } from "vitest";
import { identityIn } from "@/lib/auth/provider-claims";
import { parseEnv } from "@/lib/env";

const PROVIDER = { OIDC_ISSUER: "https://id.example.com", OIDC_CLIENT_ID: "muster" };

describe("the environment", () => {
  test("has no provider unless one is named", () => {
    expect(parseEnv({})).toMatchObject({ provider: undefined, breakGlass: undefined });
  });

  test("makes no accounts and gives no roles unless it says so", () => {
    expect(parseEnv(PROVIDER).provider).toMatchObject({
      issuer: "https://id.example.com",
      clientSecret: undefined,
      name: "single sign-on",
      groupsClaim: "groups",
      admission: {
        domains: [],
        roles: { admin: [], responder: [], viewer: [] },
        otherwise: undefined,
        createsAccounts: false,
      },
    });
  });

  test("takes lists, whatever stands between their parts", () => {
    const variables = {
      ...PROVIDER,
      OIDC_ALLOWED_DOMAINS: "Example.com, example.org,",
      OIDC_ROLE_ADMIN: "Admins",
      OIDC_ROLE_OTHERWISE: "viewer",
      OIDC_CREATE_ACCOUNTS: "1",
    };
    expect(parseEnv(variables).provider?.admission).toEqual({
      domains: ["example.com", "example.org"],
      roles: { admin: ["Admins"], responder: [], viewer: [] },
      otherwise: "viewer",
      createsAccounts: true,
    });
  });

  test("names the one account that has a password where the others do not", () => {
    const off = { ...PROVIDER, PASSWORD_SIGN_IN: "0", BREAK_GLASS_EMAIL: "Ops@Example.com" };
    expect(parseEnv(off).breakGlass).toBe("ops@example.com");
    expect(parseEnv({ ...off, PASSWORD_SIGN_IN: "1" }).breakGlass).toBeUndefined();
  });

  test("takes http on this machine alone", () => {
    const at = (OIDC_ISSUER: string) => parseEnv({ ...PROVIDER, OIDC_ISSUER }).provider?.issuer;
    expect(at("http://127.0.0.1:4000")).toBe("http://127.0.0.1:4000");
    expect(() => at("http://id.example.com")).toThrow("OIDC_ISSUER is neither an https address");
    expect(() => at("file:///etc/passwd")).toThrow("OIDC_ISSUER is neither an https address");
  });

  test.each([
    [{ OIDC_ISSUER: PROVIDER.OIDC_ISSUER }, "OIDC_CLIENT_ID is missing, which OIDC_ISSUER needs"],
    [
      { ...PROVIDER, OIDC_ISSUER: "https://id.example.com/.well-known/openid-configuration" },
      "OIDC_ISSUER is to end before /.well-known/",
    ],
    [{ OIDC_CLIENT_ID: "muster" }, "OIDC_ISSUER is missing, which OIDC_CLIENT_ID needs"],
    [{ PASSWORD_SIGN_IN: "0" }, "OIDC_ISSUER is missing, which PASSWORD_SIGN_IN=0 needs"],
    [{ ...PROVIDER, PASSWORD_SIGN_IN: "0" }, "BREAK_GLASS_EMAIL is missing, which PASSWORD_SIGN"],
    [{ OIDC_ROLE_OTHERWISE: "admin" }, "OIDC_ROLE_OTHERWISE is neither refuse nor viewer"],
  ])("refuses %j in words", (variables, problem) => {
    expect(() => parseEnv(variables)).toThrow(problem);
  });
});

describe("identityIn", () => {
  const claims = { iss: "https://id.example.com", sub: "1" };

  test("takes an address as vouched for only where the provider says so", () => {
    const of = (more: object) => identityIn({ ...claims, email: "a@b.co", ...more }, "groups");
    expect(of({ email_verified: true }).isVerified).toBe(true);
    expect(of({ email_verified: "true" }).isVerified).toBe(true);
    expect(of({ email_verified: false }).isVerified).toBe(false);
    expect(of({ email_verified: 1 }).isVerified).toBe(false);
    expect(of({}).isVerified).toBe(false);
    expect(of({ email: "nonsense", email_verified: true })).toMatchObject({
      email: undefined,
      isVerified: false,
    });
  });

  test("takes groups as a list or as one word, from the claim that is named", () => {
    const of = (value: unknown) =>
      identityIn({ ...claims, "https://x/roles": value }, "https://x/roles");
    expect(of(["a", "b"]).groups).toEqual(["a", "b"]);
    expect(of("a").groups).toEqual(["a"]);
    expect(of({ a: true }).groups).toEqual([]);
    expect(of([1]).groups).toEqual([]);
  });

  test("makes one line of a name, or takes the login in its place", () => {
    const nameOf = (more: object) => identityIn({ ...claims, ...more }, "groups").name;
    expect(nameOf({ name: " Grace\n\u202eOkafor " })).toBe("Grace Okafor");
    expect(nameOf({ name: "", preferred_username: "grace" })).toBe("grace");
    expect(nameOf({ name: 7 })).toBeUndefined();
    expect(nameOf({ name: "x".repeat(200) })).toHaveLength(100);
  });
});

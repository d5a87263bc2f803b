import { describe, expect, test } from "vitest";
import {
  isOfDomains,
  maySignInByPassword,
  pathAfterRefusal,
  providerProblem,
  ProviderRefusal,
  requireAdmitted,
  roleOf,
} from "@/lib/domain/provider";
import { makeAdmission, makeIdentity, ROLES_BY_GROUP } from "@/tests/support/make-identity";

describe("roleOf", () => {
  const admission = makeAdmission({ roles: ROLES_BY_GROUP });

  test.each([
    [["staff", "admins", "operators"], "admin"],
    [["staff", "operators"], "responder"],
    [["staff"], "viewer"],
    [["cooks"], undefined],
    [["Admins"], undefined],
    [[], undefined],
  ])("gives %j the highest role of theirs, %s", (groups, role) => {
    expect(roleOf(groups, admission)).toBe(role);
  });

  test("gives others what is set for them", () => {
    expect(roleOf(["cooks"], { ...admission, otherwise: "viewer" })).toBe("viewer");
    expect(roleOf(["admins"], { ...admission, otherwise: "viewer" })).toBe("admin");
  });
});

describe("isOfDomains", () => {
  const domains = ["example.com"];
  const of = (email: string | undefined, isVerified = true) =>
    isOfDomains({ email, isVerified }, domains);

  test("takes an address of one of them that the provider vouches for", () => {
    expect(of("grace@example.com")).toBe(true);
    expect(of("grace@EXAMPLE.com")).toBe(true);
    expect(of("grace@example.com", false)).toBe(false);
  });

  test.each([
    "grace@evil.com",
    "grace@example.com.evil.com",
    "grace@sub.example.com",
    "grace@evilexample.com",
    '"grace@example.com"@evil.com',
    "example.com@evil.com",
  ])("does not take %s", (email) => {
    expect(of(email)).toBe(false);
  });

  test("asks for an address only where there are any", () => {
    expect(of(undefined)).toBe(false);
    expect(isOfDomains({ email: undefined, isVerified: false }, [])).toBe(true);
  });
});

describe("requireAdmitted", () => {
  const problemOf = (groups: string[], more: Parameters<typeof makeAdmission>[0]) => {
    try {
      requireAdmitted(makeIdentity({ groups }), makeAdmission(more));
      return undefined;
    } catch (error) {
      return error instanceof ProviderRefusal ? error.problem : "a bug";
    }
  };

  test("lets everybody in where nothing is set", () => {
    expect(problemOf([], {})).toBeUndefined();
  });

  test("names what is missing", () => {
    expect(problemOf([], { domains: ["evil.com"] })).toBe("domain");
    expect(problemOf(["cooks"], { roles: ROLES_BY_GROUP })).toBe("group");
    expect(problemOf(["staff"], { roles: ROLES_BY_GROUP })).toBeUndefined();
    expect(problemOf([], { roles: ROLES_BY_GROUP, otherwise: "viewer" })).toBeUndefined();
  });
});

describe("maySignInByPassword", () => {
  test("is for everybody, or for the one account for emergencies", () => {
    expect(maySignInByPassword("grace@example.com", undefined)).toBe(true);
    expect(maySignInByPassword("ops@example.com", "ops@example.com")).toBe(true);
    expect(maySignInByPassword("grace@example.com", "ops@example.com")).toBe(false);
  });
});

describe("providerProblem", () => {
  test("knows the reasons and nothing else", () => {
    expect(providerProblem("closed")).toBe("This account is closed.");
    expect(providerProblem("toString")).toBeUndefined();
    expect(providerProblem("<b>")).toBeUndefined();
    expect(providerProblem(undefined)).toBeUndefined();
  });
});

describe("pathAfterRefusal", () => {
  const callbackUrl = "/incidents?view=open";

  test.each([
    ["sign-in", "/login?callbackUrl=%2Fincidents%3Fview%3Dopen&problem=group"],
    ["prove", "/account/confirm?callbackUrl=%2Fincidents%3Fview%3Dopen&problem=group"],
    ["link", "/account?problem=group"],
    ["join", "/login/invitation?token=t&problem=group"],
  ] as const)("leads back to where a %s began", (purpose, path) => {
    expect(pathAfterRefusal({ purpose, callbackUrl, invitation: "t" }, "group")).toBe(path);
  });
});

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  addIdentity,
  linkIdentity,
  offerIdentity,
  unlinkIdentity,
  unlinkIdentityOf,
} from "@/db/mutations/identities";
import { invite } from "@/db/mutations/invitations";
import { joinByProvider, proveByProvider, signInByProvider } from "@/db/mutations/provider-sign-in";
import { noteProviderRefusal } from "@/db/mutations/provider-trips";
import { beginSecondFactor, confirmSecondFactor } from "@/db/mutations/second-factors";
import { startSession } from "@/db/mutations/sessions";
import { signInWithPassword } from "@/db/mutations/sign-in";
import { setDisabled } from "@/db/mutations/users";
import { listIdentities } from "@/db/queries/auth/identities";
import { findSecondFactor } from "@/db/queries/auth/second-factors";
import { findLiveSession, provenAt } from "@/db/queries/auth/sessions";
import { auditLog, identities, outbox, sessions, users } from "@/db/schema";
import { unseal } from "@/lib/auth/seal";
import { totpCode } from "@/lib/auth/totp";
import type { Admission, Identity } from "@/lib/domain/provider";
import { factorContext } from "@/lib/domain/second-factor";
import { operator, type Viewer } from "@/lib/domain/viewer";
import { hashToken } from "@/lib/token";
import { freshDatabase } from "@/tests/support/database";
import { makeAdmission, makeIdentity, ROLES_BY_GROUP } from "@/tests/support/make-identity";
import { makeUser, PASSWORD } from "@/tests/support/make-user";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 10);
const HERE = { address: "10.0.0.1" };
const BY_GROUP = makeAdmission({ roles: ROLES_BY_GROUP });
const NEWCOMERS = makeAdmission({ createsAccounts: true });

let admin = 0;
beforeEach(async () => {
  admin = await makeUser({ email: "ada@example.com", name: "Ada", role: "admin" });
});

const signIn = (who: Partial<Identity> = {}, admission: Partial<Admission> = {}, now = NOW) =>
  signInByProvider(makeIdentity(who), makeAdmission(admission), HERE, now);

/** An account that is connected to Grace’s at the provider. */
async function connected(role: "admin" | "responder" | "viewer" = "responder"): Promise<number> {
  const userId = await makeUser({ role });
  addIdentity(
    "Grace",
    userId,
    { issuer: "https://id.example.com", subject: "grace-1", email: null },
    NOW,
  );
  return userId;
}

const userAt = (id: number) => db().select().from(users).where(eq(users.id, id)).get();

describe("signInByProvider", () => {
  test("starts a session of the connected account, and leaves a record", async () => {
    const userId = await connected();
    const { sid } = signIn();
    expect(findLiveSession(sid, NOW)?.viewer).toMatchObject({ userId, role: "responder" });
    expect(db().select().from(sessions).get()?.signedInWith).toBe("provider");
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      ...{ actor: "Grace", action: "session:start", detail: { way: "provider" } },
    });
    expect(listIdentities(userId)).toMatchObject([{ lastUsedAt: NOW }]);
  });

  test("knows an account by issuer and subject, whatever its address is now", async () => {
    const userId = await connected();
    expect(signIn({ email: "new@example.com" })).toMatchObject({ userId });
    expect(signIn({ email: undefined, isVerified: false })).toMatchObject({ userId });
    expect(() => signIn({ issuer: "https://other.example.com" })).toThrow("is here already");
    expect(() => signIn({ subject: "GRACE-1" })).toThrow("is here already");
  });

  test("never takes over an account by its address", async () => {
    const userId = await makeUser();
    for (const admission of [makeAdmission(), NEWCOMERS]) {
      expect(() => signIn({}, admission)).toThrow("connect it on the page of your account");
    }
    expect(listIdentities(userId)).toEqual([]);
    expect(db().select().from(sessions).all()).toEqual([]);
  });

  test("does not tell whether an address has an account to whom the provider does not vouch for it", async () => {
    await makeUser();
    const answer = (email: string, admission: Admission) => {
      expect(() => signIn({ email, isVerified: false }, admission)).toThrow(
        admission.createsAccounts ? "does not vouch" : "no account here yet",
      );
    };
    answer("grace@example.com", makeAdmission());
    answer("nobody@example.com", makeAdmission());
    answer("grace@example.com", NEWCOMERS);
    answer("nobody@example.com", NEWCOMERS);
  });

  test("makes accounts where that is set, as viewers or by their groups", () => {
    const { userId } = signIn({}, NEWCOMERS);
    expect(userAt(userId)).toMatchObject({
      ...{ email: "grace@example.com", name: "Grace", role: "viewer", passwordHash: null },
    });
    const other = {
      subject: "2",
      email: "vera@example.com",
      name: undefined,
      groups: ["operators"],
    };
    const second = signIn(other, { ...BY_GROUP, createsAccounts: true });
    expect(userAt(second.userId)).toMatchObject({ name: "vera@example.com", role: "responder" });
  });

  test("makes none for those whom nobody invited, where that is not set", () => {
    expect(() => signIn()).toThrow("Ask an admin for an invitation");
    expect(db().select().from(users).all()).toHaveLength(1);
  });

  test("refuses those of other domains, also whose account is here", async () => {
    await connected();
    const domains = ["example.org"];
    expect(() => signIn({}, { domains })).toThrow("Only addresses of some domains");
    expect(() => signIn({ isVerified: false }, { domains: ["example.com"] })).toThrow("domains");
  });

  test("gives the role of the groups at each sign-in, and ends the sessions of the one before", async () => {
    const userId = await connected();
    const { sid } = signIn({ groups: ["operators"] }, BY_GROUP);
    signIn({ groups: ["staff"] }, BY_GROUP);
    expect(userAt(userId)?.role).toBe("viewer");
    expect(findLiveSession(sid, NOW)).toBeUndefined();
    expect(db().select().from(auditLog).all().at(-2)).toMatchObject({
      action: "user:change-role",
      detail: { before: "responder", after: "viewer", way: "provider" },
    });
    expect(() => signIn({ groups: ["cooks"] }, BY_GROUP)).toThrow("none of your groups");
  });

  test("keeps the roles of the portal where no groups give any", async () => {
    const userId = await connected();
    signIn({ groups: ["staff"] });
    expect(userAt(userId)?.role).toBe("responder");
  });

  test("leaves the last admin one", async () => {
    const userId = await connected("admin");
    setDisabled("Ada", admin, true, NOW);
    signIn({ groups: ["staff"] }, BY_GROUP);
    expect(userAt(userId)?.role).toBe("admin");
  });

  test("refuses a closed account", async () => {
    const userId = await connected();
    setDisabled("Ada", userId, true, NOW);
    expect(() => signIn()).toThrow("This account is closed.");
  });

  test("asks for no second factor, which is the provider’s", async () => {
    const userId = await connected();
    const viewer = viewerOf(userId);
    beginSecondFactor(viewer, NOW);
    const sealed = findSecondFactor(userId)?.secret ?? "";
    const code = totpCode(unseal(sealed, factorContext(userId)), NOW);
    confirmSecondFactor(viewer, { code }, NOW);
    expect(signIn().is).toBe("whole");
  });
});

const viewerOf = (userId: number): Viewer => ({
  ...{ userId, name: "Grace", email: "grace@example.com", role: "responder" },
});

describe("joinByProvider", () => {
  const tokenFor = (email = "invited@example.com") =>
    new URL(
      invite(operator("Ada"), { email, role: "responder" }, NOW).path,
      "http://here.invalid",
    ).searchParams.get("token") ?? "";
  const join = (invitation: string, who: Partial<Identity> = {}, more: Partial<Admission> = {}) =>
    joinByProvider(makeIdentity(who), { ...makeAdmission(more), invitation }, HERE, NOW);

  test("makes the invited account and connects it, though the provider knows another address", () => {
    const { userId } = join(tokenFor());
    expect(userAt(userId)).toMatchObject({
      ...{ email: "invited@example.com", name: "Grace", role: "responder", passwordHash: null },
    });
    expect(signIn()).toMatchObject({ userId });
  });

  test("uses the invitation up", () => {
    const token = tokenFor();
    join(token);
    expect(() => join(token, { subject: "2" })).toThrow("This invitation does not work any more");
    expect(() => join("none", { subject: "2" })).toThrow("This invitation does not work any more");
  });

  test("makes no second account for the same person, and asks of them what it asks of others", async () => {
    await connected();
    expect(() => join(tokenFor())).toThrow("belongs to another account");
    expect(() => join(tokenFor(), { subject: "2" }, { domains: ["a.example"] })).toThrow("domains");
    expect(() => join(tokenFor(), { subject: "2" }, BY_GROUP)).toThrow("none of your groups");
  });
});

describe("connecting an account", () => {
  async function inSession(): Promise<{ viewer: Viewer; sessionId: string; userId: number }> {
    const userId = await makeUser();
    const sessionId = hashToken(startSession(userId, NOW));
    return { viewer: viewerOf(userId), sessionId, userId };
  }

  const offer = ({ viewer, sessionId }: { viewer: Viewer; sessionId: string }, now = NOW) =>
    offerIdentity(viewer, sessionId, makeIdentity(), makeAdmission(), now);

  test("takes what was shown in the same session, and lets its owner know", async () => {
    const { viewer, sessionId, userId } = await inSession();
    offer({ viewer, sessionId });
    expect(() => signIn()).toThrow("is here already");
    linkIdentity(viewer, sessionId, NOW);
    expect(signIn()).toMatchObject({ userId });
    expect(db().select().from(outbox).get()).toMatchObject({
      ...{ recipient: "grace@example.com", subject: "Another way to sign in was connected" },
    });
    expect(() => linkIdentity(viewer, sessionId, NOW)).toThrow("Begin again");
  });

  test("takes nothing that was shown elsewhere, to somebody else, or long ago", async () => {
    const { viewer, sessionId, userId } = await inSession();
    offer({ viewer, sessionId });
    const elsewhere = hashToken(startSession(userId, NOW));
    expect(() => linkIdentity(viewer, elsewhere, NOW)).toThrow("Begin again");
    expect(() => linkIdentity({ ...viewer, userId: admin }, sessionId, NOW)).toThrow("Begin again");
    expect(() => linkIdentity(viewer, sessionId, NOW + 600_000)).toThrow("Begin again");
    expect(db().select().from(identities).all()).toEqual([]);
  });

  test("refuses what belongs to another account, and a second one of the same provider", async () => {
    await connected();
    const other = { viewer: operator("Ada"), sessionId: hashToken(startSession(admin, NOW)) };
    expect(() => offer(other)).toThrow("belongs to another account");
    const known = { issuer: "https://id.example.com", email: null };
    addIdentity("Ada", admin, { ...known, subject: "ada-1" }, NOW);
    expect(() => addIdentity("Ada", admin, { ...known, subject: "ada-2" }, NOW)).toThrow(
      "Another one is connected already",
    );
  });

  test("refuses whom the portal would not let in", async () => {
    const { viewer, sessionId } = await inSession();
    const admission = makeAdmission({ domains: ["example.org"] });
    expect(() => offerIdentity(viewer, sessionId, makeIdentity(), admission, NOW)).toThrow(
      "Only addresses of some domains",
    );
  });
});

describe("disconnecting an account", () => {
  const disconnect = (userId: number, mayUsePassword = true) => {
    const id = listIdentities(userId)[0]?.id ?? 0;
    unlinkIdentity(viewerOf(userId), { id, mayUsePassword }, NOW);
  };

  test("leaves its password, and a record", async () => {
    const userId = await connected();
    disconnect(userId);
    expect(() => signIn()).toThrow("is here already");
    expect(db().select().from(auditLog).all()).toContainEqual(
      expect.objectContaining({ action: "user:unlink-provider", object: `user ${userId}` }),
    );
  });

  test("is refused where nothing else signs in", async () => {
    const { userId } = signIn({}, NEWCOMERS);
    expect(() => disconnect(userId)).toThrow("no other way in");
    expect(listIdentities(userId)).toHaveLength(1);
  });

  test("is refused where passwords are off", async () => {
    const userId = await connected();
    expect(() => disconnect(userId, false)).toThrow("no other way in");
  });

  test("is an admin’s too, and ends the sessions", async () => {
    const userId = await connected();
    const { sid } = signIn();
    const [{ id } = { id: 0 }] = listIdentities(userId);
    unlinkIdentityOf(operator("Ada"), { userId, id }, NOW);
    expect(listIdentities(userId)).toEqual([]);
    expect(findLiveSession(sid, NOW)).toBeUndefined();
  });

  test("is refused for somebody else’s", async () => {
    const userId = await connected();
    const [{ id } = { id: 0 }] = listIdentities(userId);
    const other = { ...operator("Ada"), userId: admin };
    expect(() => unlinkIdentity(other, { id, mayUsePassword: true }, NOW)).toThrow("not connected");
  });
});

describe("proveByProvider", () => {
  test("takes the sign-in of the same person and of nobody else", async () => {
    const userId = await connected();
    const sessionId = hashToken(startSession(userId, NOW));
    proveByProvider(viewerOf(userId), sessionId, makeIdentity(), NOW + 3_600_000);
    expect(provenAt(sessionId)).toBe(NOW + 3_600_000);
    const other = makeIdentity({ subject: "2" });
    expect(() => proveByProvider(viewerOf(userId), sessionId, other, NOW)).toThrow(
      "another account",
    );
  });
});

describe("a sign-in with a password", () => {
  const attempt = (email: string) =>
    signInWithPassword({ email, password: PASSWORD, breakGlass: "ada@example.com", ...HERE }, NOW);

  test("is for the one account for emergencies where passwords are off, and refused as a wrong one", async () => {
    await makeUser();
    await expect(attempt("ada@example.com")).resolves.toMatchObject({ userId: admin });
    await expect(attempt("grace@example.com")).rejects.toThrow("Email or password is not correct.");
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      ...{ kind: "refusal", action: "session:start", detail: { why: "passwords are off" } },
    });
  });
});

describe("a refusal of somebody who came by a provider", () => {
  test("is written down with what it was for", () => {
    noteProviderRefusal("group", { purpose: "sign-in" });
    noteProviderRefusal("other", { purpose: "link", viewer: operator("Ada") });
    expect(db().select().from(auditLog).all().slice(-2)).toMatchObject([
      { kind: "refusal", actor: "a stranger", action: "session:start", detail: { why: "group" } },
      { kind: "refusal", actor: "Ada", action: "user:link-provider", detail: { why: "other" } },
    ]);
  });
});

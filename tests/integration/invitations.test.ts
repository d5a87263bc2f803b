import { describe, expect, test } from "vitest";
import { composeAccountMail } from "@/app/outbox/accounts";
import { db } from "@/db/client";
import { acceptInvitation, invite, revokeInvitation } from "@/db/mutations/invitations";
import { confirmAlias } from "@/db/mutations/people";
import { signInWithPassword } from "@/db/mutations/sign-in";
import { listOpenInvitations } from "@/db/queries/auth/account-links";
import { accountLinks, auditLog, outbox, people, users } from "@/db/schema";
import { operator } from "@/lib/domain/viewer";
import { freshDatabase } from "@/tests/support/database";
import { makeUser, PASSWORD } from "@/tests/support/make-user";

freshDatabase();

const NOW = Date.UTC(2026, 0, 5, 10);
const DAY = 24 * 3_600_000;
const ADMIN = operator("Ada");
const GRACE = { email: "Grace@Example.com", role: "responder" } as const;

const tokenIn = ({ path }: { path: string }) =>
  new URL(path, "http://here.invalid").searchParams.get("token") ?? "";

const accept = (token: string, now = NOW) =>
  acceptInvitation({ token, name: "Grace", password: PASSWORD }, now);

const place = { now: NOW, withDemo: true, baseUrl: "http://muster.example" };

describe("an invitation", () => {
  test("makes an account of the invited address and role, by which one signs in", async () => {
    const { userId } = await accept(tokenIn(invite(ADMIN, GRACE, NOW)));
    expect(db().select().from(users).get()).toMatchObject({
      ...{ id: userId, email: "grace@example.com", name: "Grace", role: "responder" },
    });
    const attempt = { email: "grace@example.com", password: PASSWORD, address: "10.0.0.1" };
    await expect(signInWithPassword(attempt, NOW)).resolves.toMatchObject({ userId });
  });

  test("leaves a record of who invited whom", () => {
    invite(ADMIN, GRACE, NOW);
    expect(db().select().from(auditLog).all().at(-1)).toMatchObject({
      actor: "Ada",
      action: "user:invite",
      detail: { email: "grace@example.com", role: "responder" },
    });
  });

  test("works once", async () => {
    const token = tokenIn(invite(ADMIN, GRACE, NOW));
    await accept(token);
    await expect(accept(token)).rejects.toThrow("does not work any more");
  });

  test("works for a week, and not once it was taken back or sent anew", async () => {
    const token = tokenIn(invite(ADMIN, GRACE, NOW));
    await expect(accept(token, NOW + 7 * DAY)).rejects.toThrow("does not work any more");

    const second = tokenIn(invite(ADMIN, GRACE, NOW));
    await expect(accept(token)).rejects.toThrow("does not work any more");

    const [open] = listOpenInvitations(NOW);
    revokeInvitation(ADMIN, { id: open?.id ?? 0 }, NOW);
    await expect(accept(second)).rejects.toThrow("does not work any more");
    expect(() => revokeInvitation(ADMIN, { id: open?.id ?? 0 }, NOW)).toThrow("meanwhile");
  });

  test("is not for those who have an account, and none comes of a weak password", async () => {
    const token = tokenIn(invite(ADMIN, GRACE, NOW));
    await expect(
      acceptInvitation({ token, name: "Grace", password: "password1234" }, NOW),
    ).rejects.toThrow("harder to guess");
    await makeUser();
    expect(() => invite(ADMIN, GRACE, NOW)).toThrow("have an account already");
    await expect(accept(token)).rejects.toThrow("You have an account already");
  });

  test("says whom records mean by them: who was named, or whose address it is", async () => {
    db().insert(people).values({ name: "Grace Okafor" }).run();
    await accept(tokenIn(invite(ADMIN, { ...GRACE, person: "grace okafor" }, NOW)));
    expect(db().select().from(users).get()?.personId).toBe(1);

    confirmAlias(ADMIN, { alias: "olga@example.com", name: "Olga" }, NOW);
    await accept(tokenIn(invite(ADMIN, { email: "olga@example.com", role: "viewer" }, NOW)));
    expect(db().select().from(users).all()[1]?.personId).toBe(2);
    expect(() =>
      invite(ADMIN, { email: "x@example.com", role: "viewer", person: "Nobody" }),
    ).toThrow("name nobody like this");
  });

  test("goes out by mail, with a link that stands nowhere in the database", () => {
    const token = tokenIn(invite(ADMIN, GRACE, NOW));
    const stored = JSON.stringify([
      db().select().from(outbox).all(),
      db().select().from(accountLinks).all(),
      db().select().from(auditLog).all(),
    ]);
    expect(stored).not.toContain(token);
    const [waiting] = db().select().from(outbox).all();
    if (!waiting) throw new Error("no mail waits");
    const mail = composeAccountMail(waiting, place);
    expect(mail?.recipient).toBe("grace@example.com");
    expect(mail?.text).toContain(`http://muster.example/login/invitation?token=${token}`);
    expect(mail?.list).toBe("none");
  });

  test("is not sent once it was accepted", async () => {
    await accept(tokenIn(invite(ADMIN, GRACE, NOW)));
    const [waiting] = db().select().from(outbox).all();
    if (!waiting) throw new Error("no mail waits");
    expect(composeAccountMail(waiting, place)).toBeUndefined();
  });
});

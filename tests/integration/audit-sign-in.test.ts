import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { signInWithPassword } from "@/db/mutations/sign-in";
import { auditLog } from "@/db/schema";
import { withOrigin } from "@/lib/origin";
import { freshDatabase } from "../support/database";
import { makeUser, PASSWORD } from "../support/make-user";

freshDatabase();

const from = { via: "sign-in", address: "192.0.2.7" } as const;
const signIn = (email: string, password: string) =>
  withOrigin(from, () => signInWithPassword({ email, password, address: from.address }, 0));
const last = () => db().select().from(auditLog).all().at(-1);

describe("the audit record of sign-ins", () => {
  test("tells of a wrong password by whose account it was tried on, and from where", async () => {
    const id = await makeUser();
    await expect(signIn("grace@example.com", "not the password")).rejects.toThrow();

    expect(last()).toMatchObject({
      ...{ kind: "refusal", actor: "a stranger", action: "session:start", object: `user ${id}` },
      ...{ detail: { why: "wrong password" }, via: "sign-in", address: "192.0.2.7" },
    });
  });

  test("keeps nothing that was typed where nobody has that address", async () => {
    await expect(signIn("my password is swordfish", "x")).rejects.toThrow();

    expect(last()).toMatchObject({ kind: "refusal", object: "user unknown" });
    expect(JSON.stringify(last())).not.toContain("swordfish");
  });

  test("tells of a sign-in that went well", async () => {
    const id = await makeUser();
    await signIn("grace@example.com", PASSWORD);
    expect(last()).toMatchObject({ kind: "change", actor: "Grace", object: `user ${id}` });
  });
});

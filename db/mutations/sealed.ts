import { eq, isNotNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { alertSources, secondFactors } from "@/db/schema";
import { seal, unseal } from "@/lib/auth/seal";
import { sourceContext } from "@/lib/domain/alerts/source";
import { factorContext } from "@/lib/domain/second-factor";

/** One text that is kept sealed, what it is sealed for, and how another seal is put in its place. */
type Sealed = { text: string; context: string; replace: (text: string) => void };

/** Everything in the database that only the keys in secrets.json open. */
export const listSealed = (): Sealed[] => [...factorSecrets(), ...sourceSecrets()];

/** Seals everything with the newest key. */
export function sealAnew(): void {
  for (const { text, context, replace } of listSealed()) {
    replace(seal(unseal(text, context), context));
  }
}

const factorSecrets = (): Sealed[] =>
  db()
    .select({ userId: secondFactors.userId, text: secondFactors.secret })
    .from(secondFactors)
    .all()
    .map(({ userId, text }) => ({
      text,
      context: factorContext(userId),
      replace: (secret) =>
        db().update(secondFactors).set({ secret }).where(eq(secondFactors.userId, userId)).run(),
    }));

function sourceSecrets(): Sealed[] {
  const { id, secret, formerSecret } = alertSources;
  return db()
    .select({ id, secret, formerSecret })
    .from(alertSources)
    .where(or(isNotNull(secret), isNotNull(formerSecret)))
    .all()
    .flatMap((source) =>
      (["secret", "formerSecret"] as const).flatMap((column): Sealed[] => {
        const text = source[column];
        if (text === null) return [];
        const replace = (sealed: string) =>
          db()
            .update(alertSources)
            .set({ [column]: sealed })
            .where(eq(id, source.id))
            .run();
        return [{ text, context: sourceContext(source.id), replace }];
      }),
    );
}

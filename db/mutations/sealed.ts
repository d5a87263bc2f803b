import { eq, isNotNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { alertSources, channels, secondFactors } from "@/db/schema";
import { seal, unseal } from "@/lib/auth/seal";
import { sourceContext } from "@/lib/domain/alerts/source";
import { addressContext, secretContext } from "@/lib/domain/channel";
import { factorContext } from "@/lib/domain/second-factor";

/** One text that is kept sealed, what it is sealed for, and how another seal is put in its place. */
type Sealed = { text: string; context: string; replace: (text: string) => void };

/** Everything in the database that only the keys in secrets.json open. */
export const listSealed = (): Sealed[] => [
  ...factorSecrets(),
  ...sourceSecrets(),
  ...channelAddresses(),
  ...channelSecrets(),
];

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

function channelAddresses(): Sealed[] {
  const { id, key, address } = channels;
  return db()
    .select({ id, key, text: address })
    .from(channels)
    .all()
    .map((channel) => ({
      text: channel.text,
      context: addressContext(channel.key),
      replace: (sealed) =>
        db().update(channels).set({ address: sealed }).where(eq(id, channel.id)).run(),
    }));
}

function channelSecrets(): Sealed[] {
  const { id, key, secret } = channels;
  return db()
    .select({ id, key, text: secret })
    .from(channels)
    .all()
    .flatMap((channel): Sealed[] => {
      if (channel.text === null) return [];
      const replace = (sealed: string) =>
        db().update(channels).set({ secret: sealed }).where(eq(id, channel.id)).run();
      return [{ text: channel.text, context: secretContext(channel.key), replace }];
    });
}

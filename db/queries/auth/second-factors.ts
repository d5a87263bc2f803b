import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { recoveryCodes, secondFactors } from "@/db/schema";

/** Whether a sign-in of this account asks for a code. */
export const hasSecondFactor = (userId: number): boolean =>
  db()
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)))
    .get() !== undefined;

/** An account's second factor, on or only begun, with how many recovery codes are left. */
export function findSecondFactor(userId: number) {
  const { secret, confirmedAt, lastStep } = secondFactors;
  const factor = db()
    .select({ secret, confirmedAt, lastStep })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .get();
  if (!factor) return undefined;
  const left = db()
    .select({ count: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
    .get();
  return { ...factor, codesLeft: left?.count ?? 0 };
}

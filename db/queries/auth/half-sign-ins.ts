import { and, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { halfSignIns, users } from "@/db/schema";
import { hashToken } from "@/lib/token";

/** Whose second factor is asked for, by what the browser's cookie carries. */
export function findHalfSignIn(half: string, now: number) {
  const { id, name, email } = users;
  return db()
    .select({ id, name, email })
    .from(halfSignIns)
    .innerJoin(users, eq(users.id, halfSignIns.userId))
    .where(
      and(
        eq(halfSignIns.id, hashToken(half)),
        gt(halfSignIns.expiresAt, now),
        isNull(users.disabledAt),
      ),
    )
    .get();
}

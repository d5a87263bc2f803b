import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { shareFollowers } from "@/db/schema";
import { hintOf } from "@/lib/domain/subscriber";

/** How a follower of a link stands, by the token of their mails. */
export function findFollower(token: string) {
  const { address, state } = shareFollowers;
  const row = db()
    .select({ address, state })
    .from(shareFollowers)
    .where(eq(shareFollowers.token, token))
    .get();
  return row && { state: row.state, hint: hintOf("mail", row.address) };
}

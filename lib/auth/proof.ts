import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { provenAt } from "@/db/queries/auth/sessions";
import { getSessionId } from "@/lib/auth/viewer";
import { safeCallback } from "@/lib/domain/callback";
import { PROOF_LENGTH } from "@/lib/domain/session";

/** Goes on for those who showed lately that it is them, and else leads them to where they can, and back. */
export async function requireRecentSignIn(now = Date.now()): Promise<void> {
  const id = await getSessionId();
  if (id !== undefined && provenAt(id) > now - PROOF_LENGTH) return;
  const here = safeCallback((await headers()).get("x-muster-path") ?? undefined);
  redirect(`/account/confirm?${new URLSearchParams({ callbackUrl: here })}`);
}

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { auth } from "@/lib/auth/config";
import { safeCallback } from "@/lib/domain/callback";
import type { Viewer } from "@/lib/domain/viewer";

/** Who is signed in, read from the session's row once per request. */
export const getViewer = cache(async (): Promise<Viewer | undefined> => (await auth())?.viewer);

/** The session of whoever is signed in, as it is stored: enough to ask for it again, not to sign in. */
export const getSessionId = cache(async () => (await auth())?.sessionId);

/** Who is signed in; leaves for the sign-in page, and back again, if nobody is. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer) return viewer;
  const here = (await headers()).get("x-muster-path") ?? undefined;
  redirect(`/login?${new URLSearchParams({ callbackUrl: safeCallback(here) })}`);
}

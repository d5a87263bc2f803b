import { beginTrip, noteProviderRefusal } from "@/db/mutations/provider-trips";
import { arrivalNow } from "@/lib/auth/arrival";
import { addressAtProvider } from "@/lib/auth/provider";
import { heldCookie, holdCookie } from "@/lib/auth/sign-in-cookies";
import { getSessionId, getViewer } from "@/lib/auth/viewer";
import { safeCallback } from "@/lib/domain/callback";
import { pathAfterRefusal, ProviderRefusal, type TripPurpose } from "@/lib/domain/provider";
import { env } from "@/lib/env";
import { originOf, withOrigin } from "@/lib/origin";
import { makeToken } from "@/lib/token";
import { seeOther } from "./see-other";

/** Leads to the provider, from which people come back to the callback. */
export const GET = (request: Request): Promise<Response> =>
  withOrigin(originOf(request.headers, "sign-in"), () => leave(new URL(request.url)));

async function leave({ searchParams: asked }: URL): Promise<Response> {
  const { provider, baseUrl } = env();
  if (!provider) return seeOther("/login");
  const sessionId = await getSessionId();
  const wanted = {
    purpose: purposeOf(asked),
    callbackUrl: safeCallback(asked.get("callbackUrl") ?? undefined),
    invitation: asked.get("invitation")?.slice(0, 100),
  };
  const isForSomebody = wanted.purpose === "link" || wanted.purpose === "prove";
  if (isForSomebody && sessionId === undefined) return seeOther("/login");

  const browser = (await heldCookie("provider")) ?? makeToken();
  try {
    const trip = beginTrip({ ...wanted, sessionId, browser }, await arrivalNow(), Date.now());
    const address = await addressAtProvider(provider, trip, baseUrl);
    await holdCookie("provider", browser);
    return seeOther(address.href);
  } catch (error) {
    if (!(error instanceof ProviderRefusal)) throw error;
    noteProviderRefusal(error.problem, { ...wanted, viewer: await getViewer() });
    return seeOther(pathAfterRefusal(wanted, error.problem));
  }
}

function purposeOf(asked: URLSearchParams): TripPurpose {
  if (asked.has("invitation")) return "join";
  const wanted = asked.get("for");
  return wanted === "link" || wanted === "prove" ? wanted : "sign-in";
}

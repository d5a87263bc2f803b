import { offerIdentity } from "@/db/mutations/identities";
import { joinByProvider, proveByProvider, signInByProvider } from "@/db/mutations/provider-sign-in";
import { endTrip, noteProviderRefusal, type EndedTrip } from "@/db/mutations/provider-trips";
import { arrivalNow } from "@/lib/auth/arrival";
import { enter } from "@/lib/auth/enter";
import { callbackOf, identityFrom } from "@/lib/auth/provider";
import { heldCookie } from "@/lib/auth/sign-in-cookies";
import { getSessionId, getViewer } from "@/lib/auth/viewer";
import {
  pathAfterRefusal,
  ProviderRefusal,
  type Admission,
  type Identity,
} from "@/lib/domain/provider";
import { env } from "@/lib/env";
import { originOf, withOrigin } from "@/lib/origin";
import { seeOther } from "../see-other";

/** Where the provider sends people back to: it is used once, by the browser that left from here. */
export const GET = (request: Request): Promise<Response> =>
  withOrigin(originOf(request.headers, "sign-in"), () => comeBack(new URL(request.url)));

const STRANGER = { purpose: "sign-in", callbackUrl: "/" } as const;

async function comeBack({ search, searchParams }: URL): Promise<Response> {
  const { provider, baseUrl } = env();
  if (!provider) return seeOther("/login");
  const tied = {
    state: searchParams.get("state") ?? "",
    browser: (await heldCookie("provider")) ?? "",
  };
  const trip = endTrip(tied, await arrivalNow(), Date.now());
  try {
    if (!trip) throw new ProviderRefusal("expired");
    const answer = new URL(callbackOf(baseUrl) + search);
    const identity = await identityFrom(provider, answer, trip);
    return seeOther(await finish(trip, identity, provider.admission));
  } catch (error) {
    if (!(error instanceof ProviderRefusal)) throw error;
    const { problem } = error;
    noteProviderRefusal(problem, { ...(trip ?? STRANGER), viewer: await getViewer() });
    return seeOther(pathAfterRefusal(trip ?? STRANGER, problem));
  }
}

/** Does what somebody went to the provider for, and gives the path to go on at. */
async function finish(trip: EndedTrip, identity: Identity, admission: Admission): Promise<string> {
  const { purpose, callbackUrl, invitation = "" } = trip;
  if (purpose === "sign-in") {
    await enter(signInByProvider(identity, admission, await arrivalNow()));
    return callbackUrl;
  }
  if (purpose === "join") {
    const by = { ...admission, invitation };
    await enter(joinByProvider(identity, by, await arrivalNow()));
    return "/incidents";
  }
  const viewer = await getViewer();
  const sessionId = await getSessionId();
  if (!viewer || sessionId === undefined || sessionId !== trip.sessionId) {
    throw new ProviderRefusal("signed-out");
  }
  if (purpose === "prove") proveByProvider(viewer, sessionId, identity);
  else offerIdentity(viewer, sessionId, identity, admission);
  return purpose === "prove" ? callbackUrl : "/account";
}

import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  type ClientAuth,
  type Configuration,
} from "openid-client";
import { identityIn } from "@/lib/auth/provider-claims";
import { providerFetch } from "@/lib/auth/provider-fetch";
import {
  ProviderRefusal,
  type Identity,
  type ProviderProblem,
  type TripPurpose,
} from "@/lib/domain/provider";
import { log } from "@/lib/log";
import type { ProviderSettings } from "@/lib/provider-env";

/** What ties the way to the provider to the way back. */
type Trip = { state: string; nonce: string; verifier: string; purpose: TripPurpose };

const HOUR = 3_600_000;

/** Who shows that it is them signs in at the provider anew: at most so many seconds ago. */
const NEWLY = 300;

declare global {
  var musterProvider:
    { of: ProviderSettings; at: number; found: Promise<Configuration> } | undefined;
}

export const callbackOf = (baseUrl: string) => `${baseUrl}/login/provider/callback`;

/** Where the provider asks who somebody is. */
export async function addressAtProvider(
  settings: ProviderSettings,
  { state, nonce, verifier, purpose }: Trip,
  baseUrl: string,
): Promise<URL> {
  const provider = await discovered(settings).catch((error: unknown) => refuse(error, "unreached"));
  return buildAuthorizationUrl(provider, {
    response_type: "code",
    redirect_uri: callbackOf(baseUrl),
    scope: settings.scopes,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...((purpose === "link" || purpose === "prove") && { prompt: "login" }),
    ...(purpose === "prove" && { max_age: String(NEWLY) }),
  });
}

/** Who came back, once state, nonce, audience, signature, times and the code itself are found right. */
export async function identityFrom(
  settings: ProviderSettings,
  answer: URL,
  { state, nonce, verifier, purpose }: Trip,
): Promise<Identity> {
  try {
    const provider = await discovered(settings);
    const tokens = await authorizationCodeGrant(provider, answer, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
      ...(purpose === "prove" && { maxAge: NEWLY }),
    });
    const claims = tokens.claims();
    if (!claims) throw new Error("The provider sent no ID token.");
    const more = provider.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(provider, tokens.access_token, claims.sub)
      : {};
    return identityIn({ ...more, ...claims }, settings.groupsClaim);
  } catch (error) {
    return refuse(error, problemOf(error));
  }
}

/** Where one signs out of the provider itself. */
export async function exitOf(settings: ProviderSettings): Promise<URL> {
  const provider = await discovered(settings).catch((error: unknown) => refuse(error, "unreached"));
  if (!provider.serverMetadata().end_session_endpoint) throw new ProviderRefusal("stays");
  return buildEndSessionUrl(provider);
}

/** What the provider says of itself, asked once an hour. */
function discovered(settings: ProviderSettings, now = Date.now()): Promise<Configuration> {
  const known = globalThis.musterProvider;
  if (known && known.of === settings && now - known.at < HOUR) return known.found;
  const found = discover(settings);
  globalThis.musterProvider = { of: settings, at: now, found };
  found.catch(() => (globalThis.musterProvider = undefined)); // the next who comes asks again
  return found;
}

const discover = ({ issuer, clientId, clientSecret }: ProviderSettings) =>
  discovery(new URL(issuer), clientId, undefined, authenticationWith(clientSecret), {
    [customFetch]: providerFetch,
    execute: [
      enableNonRepudiationChecks,
      ...(new URL(issuer).protocol === "http:" ? [allowInsecureRequests] : []),
    ],
  });

/** The way to send the secret that a provider has unless it says otherwise, or the other one. */
function authenticationWith(secret: string | undefined): ClientAuth {
  if (secret === undefined) return None();
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (ways.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
}

function problemOf(error: unknown): ProviderProblem {
  if (error instanceof AuthorizationResponseError) return "denied";
  const isAway =
    error instanceof ClientError && (error.code ?? "OAUTH_TIMEOUT") === "OAUTH_TIMEOUT";
  return isAway ? "unreached" : "provider";
}

function refuse(error: unknown, problem: ProviderProblem): never {
  log.warn({ problem, why: whyOf(error) }, "a provider did not sign somebody in");
  throw new ProviderRefusal(problem);
}

/** The library's words alone: what the provider sent beside them may be secret. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const beneath = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error.message}${beneath}`.slice(0, 300);
}

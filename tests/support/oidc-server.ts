import { generateKeyPairSync, randomUUID, sign, type KeyObject } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Provider, type Configuration } from "oidc-provider";

type Claims = Record<string, unknown>;
export type Person = { name?: string; email?: string; email_verified?: boolean; groups?: string[] };
/** What the provider puts in place of an ID token's claims, and signs with another key. */
export type Lie = { claims?: (claims: Claims) => Claims; key?: KeyObject };

export const CLIENT = { id: "muster", secret: "a secret of thirty-two letters!!" };

/** A real OpenID Connect provider on this machine, at which people sign in by their login alone. */
export async function startProvider(people: Record<string, Person>, portal: string) {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  const issuer = `http://127.0.0.1:${address.port}`;

  const { privateKey } = makeKey();
  const lies: { now: Lie | undefined } = { now: undefined };
  const provider = new Provider(issuer, configuration(people, portal, privateKey));
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.path !== "/token" || !lies.now || !ctx.body?.id_token) return;
    const { claims = (told: Claims) => told, key = privateKey } = lies.now;
    const id_token = signed(claims(claimsIn(ctx.body.id_token)), key);
    ctx.body = { ...ctx.body, id_token };
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    signInThere(provider, request, response).catch((error) => response.destroy(error));
  });
  return {
    issuer,
    /** Lets it lie in what it answers while something runs. */
    async lying<T>(lie: Lie, run: () => Promise<T>): Promise<T> {
      lies.now = lie;
      return run().finally(() => (lies.now = undefined));
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export const makeKey = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

function configuration(
  people: Record<string, Person>,
  portal: string,
  key: KeyObject,
): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${portal}/login/provider/callback`],
      },
    ],
    claims: { openid: ["sub"], profile: ["name", "groups"], email: ["email", "email_verified"] },
    cookies: { keys: [randomUUID()] },
    features: { devInteractions: { enabled: false } },
    jwks: { keys: [{ ...key.export({ format: "jwk" }), kid: KEY_ID, use: "sig", alg: "RS256" }] },
    findAccount: (_, login) => ({
      accountId: login,
      claims: () => ({ sub: login, ...people[login] }),
    }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  };
}

const KEY_ID = "of-the-test";

async function signInThere(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === "GET") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="en"><title>Provider</title><h1>Provider</h1>
      <form method="post"><label>Login <input name="login"></label><button>Continue</button></form>`,
    );
    return;
  }
  let body = "";
  for await (const part of request) body += part;
  const accountId = new URLSearchParams(body).get("login") ?? "";
  const result =
    accountId === ""
      ? { error: "access_denied", error_description: "Nobody signed in." }
      : { login: { accountId } };
  await provider.interactionFinished(request, response, result, {
    mergeWithLastSubmission: false,
  });
}

const partsOf = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

const claimsIn = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());

function signed(claims: Claims, key: KeyObject): string {
  const text = `${partsOf({ alg: "RS256", kid: KEY_ID, typ: "JWT" })}.${partsOf(claims)}`;
  return `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
}

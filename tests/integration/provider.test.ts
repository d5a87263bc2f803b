import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { beginTrip, endTrip } from "@/db/mutations/provider-trips";
import { providerTrips } from "@/db/schema";
import { addressAtProvider, exitOf, identityFrom } from "@/lib/auth/provider";
import { PROVIDER_TRIP_LENGTH, type TripPurpose } from "@/lib/domain/provider";
import { providerOf, providerVariables } from "@/lib/provider-env";
import { freshDatabase } from "@/tests/support/database";
import { CLIENT, makeKey, startProvider, type Lie } from "@/tests/support/oidc-server";
import { visitProvider } from "@/tests/support/visit-provider";

freshDatabase();

const PORTAL = "http://127.0.0.1:3000";
const NOW = Date.UTC(2026, 0, 5, 10);
const HERE = { address: "10.0.0.1" };
const PEOPLE = {
  grace: {
    name: "Grace  Okafor",
    email: "Grace@Example.com",
    email_verified: true,
    groups: ["operators", "staff"],
  },
  nameless: { email: "not an address" },
};

let server: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
  server = await startProvider(PEOPLE, PORTAL);
});
afterAll(() => server.stop());

function settings(more: Record<string, string> = {}) {
  const variables = {
    OIDC_ISSUER: server.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    ...more,
  };
  const found = providerOf(providerVariables.parse(variables));
  if (!found) throw new Error("There is no provider.");
  return found;
}

const begin = (purpose: TripPurpose = "sign-in", browser = "this one") =>
  beginTrip({ purpose, browser, callbackUrl: "/incidents" }, HERE, NOW);

/** Goes there and back, and gives what is found out, or why nothing is. */
async function goAndReturn(login = "grace", { purpose, ...more }: Going = {}) {
  const trip = begin(purpose);
  const answer = await visitProvider(
    await addressAtProvider(settings(), trip, PORTAL),
    login,
    PORTAL,
  );
  more.change?.(answer);
  const read = () => identityFrom(settings(), answer, { ...trip, ...more.expected });
  return more.lie ? server.lying(more.lie, read) : read();
}

type Going = {
  purpose?: TripPurpose;
  change?: (answer: URL) => void;
  expected?: { nonce?: string; verifier?: string; state?: string };
  lie?: Lie;
};

const DISTRUST = "could not be trusted";

describe("a provider", () => {
  test("says who somebody is", async () => {
    expect(await goAndReturn()).toEqual({
      issuer: server.issuer,
      subject: "grace",
      email: "grace@example.com",
      isVerified: true,
      name: "Grace Okafor",
      groups: ["operators", "staff"],
    });
  });

  test("may know little of somebody", async () => {
    expect(await goAndReturn("nameless")).toMatchObject({
      subject: "nameless",
      email: undefined,
      isVerified: false,
      name: undefined,
      groups: [],
    });
  });

  test("is asked with PKCE, a state and a nonce, and for a new sign-in where that matters", async () => {
    const usual = await addressAtProvider(settings(), begin(), PORTAL);
    expect(Object.fromEntries(usual.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: `${PORTAL}/login/provider/callback`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(usual.searchParams.has("prompt")).toBe(false);
    const proof = await addressAtProvider(settings(), begin("prove"), PORTAL);
    expect(proof.searchParams.get("prompt")).toBe("login");
    await expect(goAndReturn("grace", { purpose: "prove" })).resolves.toMatchObject({
      subject: "grace",
    });
  });

  test("is not believed with another state", async () => {
    const change = ({ searchParams }: URL) => searchParams.set("state", "another");
    await expect(goAndReturn("grace", { change })).rejects.toThrow(DISTRUST);
  });

  test("is not believed where the answer names another provider, or none", async () => {
    const other = ({ searchParams }: URL) => searchParams.set("iss", "https://evil.example");
    const none = ({ searchParams }: URL) => searchParams.delete("iss");
    await expect(goAndReturn("grace", { change: other })).rejects.toThrow(DISTRUST);
    await expect(goAndReturn("grace", { change: none })).rejects.toThrow(DISTRUST);
  });

  test("gives nothing for a code without the verifier that it was asked with", async () => {
    const expected = { verifier: "v".repeat(43) };
    await expect(goAndReturn("grace", { expected })).rejects.toThrow(DISTRUST);
  });

  test.each<[string, Lie]>([
    ["another nonce", { claims: (told) => ({ ...told, nonce: "another" }) }],
    ["no nonce", { claims: ({ nonce: _, ...told }) => told }],
    ["another audience", { claims: (told) => ({ ...told, aud: "another-portal" }) }],
    ["more than one audience", { claims: (told) => ({ ...told, aud: [CLIENT.id, "another"] }) }],
    ["another issuer", { claims: (told) => ({ ...told, iss: "https://evil.example" }) }],
    ["a token that is over", { claims: (told) => ({ ...told, exp: Number(told.iat) - 3600 }) }],
    ["another subject than its user info", { claims: (told) => ({ ...told, sub: "ada" }) }],
    ["another key’s signature", { key: makeKey().privateKey }],
  ])("is not believed with %s", async (_, lie) => {
    await expect(goAndReturn("grace", { lie })).rejects.toThrow(DISTRUST);
  });

  test("is believed with a token that only says more, signed by its own key", async () => {
    const lie = { claims: (told: object) => ({ ...told, more: true }) };
    await expect(goAndReturn("grace", { lie })).resolves.toMatchObject({ subject: "grace" });
  });

  test("proves nothing with a sign-in of long ago", async () => {
    const lie = { claims: (told: object) => ({ ...told, auth_time: 1_000_000_000 }) };
    await expect(goAndReturn("grace", { purpose: "prove", lie })).rejects.toThrow(DISTRUST);
  });

  test("takes a code once", async () => {
    const trip = begin();
    const start = await addressAtProvider(settings(), trip, PORTAL);
    const answer = await visitProvider(start, "grace", PORTAL);
    await identityFrom(settings(), answer, trip);
    await expect(identityFrom(settings(), answer, trip)).rejects.toThrow(DISTRUST);
  });

  test("may send somebody back who did not sign in", async () => {
    await expect(goAndReturn("")).rejects.toThrow("The provider did not sign you in.");
  });

  test("has a page of its own to sign out of", async () => {
    const exit = await exitOf(settings());
    expect(exit.href).toBe(`${server.issuer}/session/end?client_id=muster`);
  });

  test("may be away", async () => {
    const gone = settings({ OIDC_ISSUER: "http://127.0.0.1:9" });
    await expect(addressAtProvider(gone, begin(), PORTAL)).rejects.toThrow("cannot be reached");
  });

  test("has to be the one that its own description names", async () => {
    const other = settings({ OIDC_ISSUER: `${server.issuer}/another` });
    await expect(addressAtProvider(other, begin(), PORTAL)).rejects.toThrow("cannot be reached");
  });
});

describe("a trip to the provider", () => {
  const back = (state: string, browser = "this one", now = NOW) =>
    endTrip({ state, browser }, HERE, now);

  test("ends once", () => {
    const { state, nonce } = begin();
    expect(back(state)).toMatchObject({ nonce, purpose: "sign-in", callbackUrl: "/incidents" });
    expect(back(state)).toBeUndefined();
  });

  test("ends in the browser in which it began and in no other", () => {
    const { state } = begin();
    expect(back(state, "another")).toBeUndefined();
    expect(back("another")).toBeUndefined();
    expect(back(state)).toBeDefined();
  });

  test("ends within ten minutes", () => {
    const { state } = begin();
    expect(back(state, "this one", NOW + PROVIDER_TRIP_LENGTH)).toBeUndefined();
  });

  test("may run beside others of the same browser", () => {
    const [first, second] = [begin(), begin("link")];
    expect(back(first.state)).toMatchObject({ purpose: "sign-in" });
    expect(back(second.state)).toMatchObject({ purpose: "link" });
  });

  test("keeps neither its state nor an invitation readable", () => {
    const wanted = { purpose: "join", browser: "b", callbackUrl: "/", invitation: "hush" } as const;
    const { state } = beginTrip(wanted, HERE, NOW);
    expect(JSON.stringify(db().select().from(providerTrips).all())).not.toMatch(
      new RegExp(`${state}|hush`),
    );
    expect(endTrip({ state, browser: "b" }, HERE, NOW)).toMatchObject({ invitation: "hush" });
  });

  test("is refused to an address from which too many began that nobody ended", () => {
    const beginMany = () => Array.from({ length: 101 }, () => begin());
    expect(beginMany).toThrow("Too many attempts");
  });

  test("that is over is forgotten", () => {
    begin();
    beginTrip({ purpose: "link", browser: "b", callbackUrl: "/" }, HERE, NOW + 3_600_000);
    expect(db().select().from(providerTrips).all()).toHaveLength(1);
  });
});

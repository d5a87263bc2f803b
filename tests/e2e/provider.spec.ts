import AxeBuilder from "@axe-core/playwright";
import type { APIResponse, Page } from "@playwright/test";
import Database from "better-sqlite3";
import { databaseFile } from "@/db/client";
import { CLIENT, makeKey, startProvider, type Lie } from "@/tests/support/oidc-server";
import { freePort, startServer, type OwnServer } from "./own-server";
import { expect, test } from "./test";

const person = (name: string, email: string, groups: string[]) => ({
  ...{ name, email, email_verified: true, groups },
});
const PEOPLE = {
  nina: person("Nina New", "nina@example.com", ["operators"]),
  nora: person("Nora New", "nora@example.com", ["staff"]),
  ivo: person("Ivo Invited", "ivo@example.com", ["operators"]),
  grace: person("Grace Okafor", "responder@demo.example", ["operators"]),
  vera: person("Vera Novak", "viewer@demo.example", ["staff"]),
  cook: person("A Cook", "cook@example.com", ["cooks"]),
  otto: person("Otto", "otto@elsewhere.example", ["operators"]),
};

const SETTINGS = {
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  OIDC_NAME: "Example ID",
  OIDC_ALLOWED_DOMAINS: "example.com,demo.example",
  OIDC_ROLE_ADMIN: "admins",
  OIDC_ROLE_RESPONDER: "operators",
  OIDC_ROLE_VIEWER: "staff",
  OIDC_CREATE_ACCOUNTS: "1",
  LOG_LEVEL: "silent",
};

let server: OwnServer;
let provider: Awaited<ReturnType<typeof startProvider>>;

test.describe.configure({ mode: "serial", timeout: 240_000 }); // they share a portal and a provider
test.beforeAll(async () => {
  const port = String(await freePort());
  provider = await startProvider(PEOPLE, `http://127.0.0.1:${port}`);
  server = await startServer({ ...SETTINGS, PORT: port, OIDC_ISSUER: provider.issuer });
});
test.afterAll(async () => {
  await server.stop();
  provider.stop();
});

const at = (path: string) => `${server.url}${path}`;
const inPortal = (path: string) => (url: URL) => url.origin === server.url && url.pathname === path;

async function signInThere(page: Page, login: string) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Provider");
  await page.getByLabel("Login").fill(login);
  await page.getByRole("button", { name: "Continue" }).click();
}

async function signIn(page: Page, login: string, to = "/incidents") {
  await page.goto(at(`/login?callbackUrl=${to}`));
  await page.getByRole("link", { name: "Sign in with Example ID" }).click();
  await signInThere(page, login);
}

async function signInByPassword(page: Page, email: string) {
  await page.goto(at("/login"));
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(server.demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(inPortal("/login"));
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(inPortal("/login"));
}

/** Goes to the provider in this browser, and gives the address that it would open next. */
async function answerFor(page: Page, login: string): Promise<URL> {
  let next = new URL(at("/login/provider?callbackUrl=/incidents"));
  let isForm = false;
  for (let steps = 0; steps < 10; steps += 1) {
    const asked: APIResponse = isForm
      ? await page.request.post(next.href, { form: { login }, maxRedirects: 0 })
      : await page.request.get(next.href, { maxRedirects: 0 });
    const { location } = asked.headers();
    isForm = location === undefined;
    if (location !== undefined) next = new URL(location, next);
    if (inPortal("/login/provider/callback")(next)) return next;
  }
  throw new Error(`The provider leads in circles, at last to ${next.href}.`);
}

async function expectRefusal(page: Page, words: string) {
  await expect(page).toHaveURL(inPortal("/login"));
  await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
  await page.goto(at("/incidents"));
  await expect(page).toHaveURL(inPortal("/login"));
}

function inDatabase(statement: string): void {
  const sqlite = new Database(databaseFile(server.dataDir));
  sqlite.prepare(statement).run();
  sqlite.close();
}

for (const script of [true, false]) {
  test.describe(script ? "a provider" : "a provider without scripts", () => {
    test.use({ javaScriptEnabled: script });

    test("signs somebody new in, with the role of their group", async ({ page }) => {
      await signIn(page, script ? "nina" : "nora", "/actions");
      await expect(page).toHaveURL(inPortal("/actions"));
      await page.goto(at("/account"));
      await expect(page.getByText(`Your role is ${script ? "responder" : "viewer"}`)).toBeVisible();
      await expect(page.getByRole("list", { name: "Connected" })).toContainText("@example.com");

      await page.getByRole("button", { name: "Disconnect" }).click();
      await expect(page.getByText("You could not sign in any more").first()).toBeVisible();
      await signOut(page);
      await page.getByRole("link", { name: "Sign in with Example ID" }).click();
      await expect(page).toHaveURL(inPortal("/incidents")); // still signed in there
    });

    test("opens an account that is here only once its owner connected it", async ({ page }) => {
      const [login, email] = script
        ? ["grace", "responder@demo.example"]
        : ["vera", "viewer@demo.example"];
      await signIn(page, login);
      await expectRefusal(page, "it is not connected");

      await signInByPassword(page, email);
      await page.goto(at("/account"));
      await page.getByRole("link", { name: "Connect Example ID" }).click();
      await signInThere(page, login);
      await expect(page).toHaveURL(inPortal("/account"));
      const offer = page.getByRole("region", { name: "To be connected" });
      await expect(offer).toContainText(email);
      await offer.getByRole("button", { name: "Not me" }).click();
      await expect(offer).toHaveCount(0);

      await page.getByRole("link", { name: "Connect Example ID" }).click();
      await signInThere(page, login);
      await offer.getByRole("button", { name: "Connect it" }).click();
      await expect(page.getByRole("list", { name: "Connected" })).toContainText(email);
      await signOut(page);
      await page.getByRole("link", { name: "Sign in with Example ID" }).click();
      await expect(page).toHaveURL(inPortal("/incidents"));

      await page.goto(at("/account"));
      await page.getByRole("button", { name: "Disconnect" }).click();
      await expect(page.getByRole("link", { name: "Connect Example ID" })).toBeVisible();
    });
  });
}

test("an invitation is accepted with a provider, and leads to one account", async ({ page }) => {
  await signInByPassword(page, "admin@demo.example");
  await page.goto(at("/people/accounts"));
  await page.getByLabel("Email").fill("invited@example.com");
  await page.getByRole("button", { name: "Invite" }).click();
  const link = await page.getByLabel("Link to hand over").inputValue();
  await signOut(page);
  await page.goto(link);
  await page.getByRole("link", { name: "Join with Example ID" }).click();
  await signInThere(page, "ivo");
  await expect(page).toHaveURL(inPortal("/incidents"));
  await page.goto(at("/account"));
  await expect(page.getByText("invited@example.com").first()).toBeVisible();

  await signOut(page);
  await page.getByRole("link", { name: "Sign out of Example ID too" }).click();
  await expect(page).toHaveURL((url) => url.origin === provider.issuer);
});

test("whoever has no password confirms with the provider who they are", async ({ page }) => {
  await signIn(page, "nina");
  await expect(page).toHaveURL(inPortal("/incidents"));
  inDatabase("update sessions set proven_at = 0");
  await page.goto(at("/account/second-factor"));
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is it you?");
  await page.getByRole("link", { name: "Confirm with Example ID" }).click();
  await signInThere(page, "grace");
  await expect(page.getByText("belongs to another account")).toBeVisible();
  await page.getByRole("link", { name: "Confirm with Example ID" }).click();
  await signInThere(page, "nina");
  await expect(page).toHaveURL(inPortal("/account/second-factor"));
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await expect(page.getByLabel("Code that the app shows")).toBeVisible();
});

test.describe("a sign-in by a provider is refused", () => {
  test("with another state, or one of another browser", async ({ page, browser }) => {
    const answer = await answerFor(page, "nina");
    const changed = new URL(answer);
    changed.searchParams.set("state", "x".repeat(43));
    await page.goto(changed.href);
    await expectRefusal(page, "begun in another browser");

    const other = await (await browser.newContext()).newPage();
    await other.goto(answer.href);
    await expectRefusal(other, "begun in another browser");
    await page.goto(answer.href);
    await expect(page).toHaveURL(inPortal("/incidents")); // what somebody else tried used nothing up
  });

  test("when its answer is sent a second time", async ({ page }) => {
    const answer = await answerFor(page, "nina");
    await page.goto(answer.href);
    await expect(page).toHaveURL(inPortal("/incidents"));
    await signOut(page);
    await page.goto(answer.href);
    await expectRefusal(page, "took too long");
  });

  test("when its code was used already", async ({ page }) => {
    const used = await answerFor(page, "nina");
    await page.goto(used.href);
    await signOut(page);
    const fresh = await answerFor(page, "nina");
    fresh.searchParams.set("code", used.searchParams.get("code") ?? "");
    await page.goto(fresh.href);
    await expectRefusal(page, "could not be trusted");
  });

  test("ten minutes after it began", async ({ page }) => {
    const answer = await answerFor(page, "nina");
    inDatabase("update provider_trips set expires_at = 1");
    await page.goto(answer.href);
    await expectRefusal(page, "took too long");
  });

  const lies: [string, Lie][] = [
    ["another nonce", { claims: (told) => ({ ...told, nonce: "another" }) }],
    ["another audience", { claims: (told) => ({ ...told, aud: "another-portal" }) }],
    ["another issuer", { claims: (told) => ({ ...told, iss: "https://evil.example" }) }],
    ["a token that is over", { claims: (told) => ({ ...told, exp: 1_000_000_000 }) }],
    ["somebody else’s signature", { key: makeKey().privateKey }],
  ];
  for (const [what, lie] of lies) {
    test(`with ${what}`, async ({ page }) => {
      const answer = await answerFor(page, "nina");
      await provider.lying(lie, async () => void (await page.goto(answer.href)));
      await expectRefusal(page, "could not be trusted");
    });
  }

  test("to those of other groups and domains, and those who turn back", async ({ browser }) => {
    const refusals = {
      cook: "none of your groups",
      otto: "Only addresses of some domains",
      "": "did not sign you in",
    };
    for (const [login, words] of Object.entries(refusals)) {
      const page = await (await browser.newContext()).newPage();
      await signIn(page, login);
      await expectRefusal(page, words);
    }
  });
});

test("pages with a provider are accessible", async ({ page }) => {
  await page.goto(at("/login?problem=taken"));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await signIn(page, "nina", "/account");
  await expect(page).toHaveURL(inPortal("/account"));
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("passwords can be off but for one account", async ({ page }) => {
  const off = await startServer({
    ...SETTINGS,
    OIDC_ISSUER: provider.issuer,
    PASSWORD_SIGN_IN: "0",
    BREAK_GLASS_EMAIL: "admin@demo.example",
  });
  try {
    const enter = async (email: string) => {
      await page.goto(`${off.url}/login`);
      await page.getByText("The provider does not work").click();
      await page.getByLabel("Email").fill(email);
      await page.getByLabel("Password", { exact: true }).fill(off.demoPassword());
      await page.getByRole("button", { name: "Sign in" }).click();
    };
    await enter("responder@demo.example");
    await expect(page.getByText("Email or password is not correct.").first()).toBeVisible();
    await enter("admin@demo.example");
    await expect(page).toHaveURL(`${off.url}/incidents`);
  } finally {
    await off.stop();
  }
});

import type { APIResponse, Browser, Page } from "@playwright/test";
import type { IncidentRecord } from "@/lib/domain/record";
import { HIDDEN, hideMagpies, SHARED_ONLY } from "./hidden-words";
import { importCopy, openPublished, signIn } from "./support";
import { expect, test } from "./test";

type Published = { key: string; title: string };

let made = 0;

/** An incident full of internal words, whose external messages are on the status page. */
function publish(): Published {
  const title = `Checkout stumbles ${process.pid}-${(made += 1)}`;
  const named = (record: IncidentRecord) => {
    record.incident.title = title;
    hideMagpies(record);
  };
  const key = importCopy(named, { publish: true });
  return { key, title };
}

async function shareLink(page: Page, key: string): Promise<string> {
  await page.goto(`/incidents/${key}/share`);
  await page.getByLabel("Who is it for?").fill("the magpie-customer");
  await page.getByRole("button", { name: "Create link" }).click();
  const link = await page.getByLabel("Link to share").inputValue();
  expect(link).toMatch(/\/s\/[\w-]{43}$/);
  return link;
}

/** A page of somebody without an account, which asks again for all that its browser asked for. */
async function asStranger(browser: Browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = new Map<string, Record<string, string>>();
  page.on("request", (request) => asked.set(request.url(), request.headers()));

  async function answers() {
    const answers = [...asked].map(async ([url, headers]) => ({
      url,
      whole: await wholeOf(await context.request.get(url, { headers, maxRedirects: 0 })),
    }));
    return Promise.all(answers);
  }
  return { context, page, answers };
}

const wholeOf = async (answer: APIResponse) =>
  [
    ...answer.headersArray().map(({ name, value }) => `${name}: ${value}`),
    await answer.text(),
  ].join("\n");

/** What the framework says of the page that it comes from, and which part of the next one it wants. */
const tree = (group: string, name: string) =>
  JSON.stringify([
    "",
    {
      children: [
        group,
        { children: [name, { children: ["__PAGE__", {}, null, null, 0] }, null, "refetch", 0] },
        null,
        null,
        0,
      ],
    },
    null,
    null,
    16,
  ]);
const TREES = [
  tree("(public)", "status"),
  tree("(portal)", "people"),
  '["",{},null,"metadata-only"]',
];

/** The ways in which a page can be asked for: by people, by the framework's own navigation, by tools. */
const ASKINGS: Record<string, string>[] = [
  {},
  { RSC: "1" },
  ...TREES.map((each) => ({ RSC: "1", "Next-Router-State-Tree": encodeURIComponent(each) })),
  {
    RSC: "1",
    "Next-Router-Prefetch": "1",
    "Next-Router-State-Tree": encodeURIComponent(TREES[2] ?? ""),
  },
  { RSC: "1", "Next-Router-Prefetch": "1" },
  { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
  { Accept: "application/json" },
];

test.describe("a stranger on the status page", () => {
  test("finds only what was published, in every answer that a browser gets", async ({
    browser,
  }) => {
    const { key, title } = publish();
    const { context, page, answers } = await asStranger(browser);

    await openPublished(page, title, "/status/history/2024-01");
    await page.goto("/status/history");
    await page.getByRole("link", { name: /^January 2024/ }).click();
    await page.getByRole("link", { name: title }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByText("We are implementing a fix.")).toBeVisible();
    await page.goto("/status");
    await page.waitForLoadState("load");

    const told = await answers();
    for (const { url, whole } of told) {
      expect(whole.match(HIDDEN), url).toBeNull();
      expect(whole.match(SHARED_ONLY), url).toBeNull();
      expect(whole, url).not.toContain(key);
    }
    await context.close();
  });

  test("finds nothing more in what React and tools can ask for", async ({ browser }) => {
    const { key, title } = publish();
    const context = await browser.newContext();
    const page = await context.newPage();
    await openPublished(page, title, "/status/history/2024-01");
    const path = await page.getByRole("link", { name: title }).first().getAttribute("href");
    const paths = ["/status", "/status/history", "/status/history/2024-01", path ?? ""];

    const types = new Set<string>();
    for (const asked of paths) {
      for (const headers of ASKINGS) {
        const answer = await context.request.get(asked, { headers });
        types.add(answer.headers()["content-type"]?.split(";")[0] ?? "");
        const whole = await wholeOf(answer);
        const asking = `${asked} ${JSON.stringify(headers)}`;
        expect(answer.status(), asking).toBeLessThan(400);
        expect(whole.match(HIDDEN), asking).toBeNull();
        expect(whole.match(SHARED_ONLY), asking).toBeNull();
        expect(whole, asking).not.toContain(key);
      }
    }
    expect([...types].toSorted()).toEqual(["text/html"]);
    await context.close();
  });
});

test.describe("a share link", () => {
  test("shows the incident without internal words, in every answer", async ({ page, browser }) => {
    const { key, title } = publish();
    await signIn(page, "responder");
    const link = await shareLink(page, key);
    const token = link.split("/").at(-1) ?? "";
    const portal = await page.request.get(`/incidents/${key}`);
    expect((await portal.text()).match(HIDDEN)?.length).toBeGreaterThan(20);
    const stranger = await asStranger(browser);

    await stranger.page.goto(link);
    await expect(stranger.page).toHaveURL(`/s/view/${key}`);
    await expect(stranger.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(stranger.page.getByText("We are implementing a fix.")).toBeVisible();
    await expect(stranger.page.getByText(/finch-event, by/)).toBeVisible();
    await stranger.page.waitForLoadState("load");

    for (const { url, whole } of await stranger.answers()) {
      expect(whole.match(HIDDEN), url).toBeNull();
      if (url !== link) expect(whole, url).not.toContain(token);
    }
    for (const headers of ASKINGS) {
      const answer = await stranger.context.request.get(`/s/view/${key}`, { headers });
      const whole = await wholeOf(answer);
      expect(answer.status(), JSON.stringify(headers)).toBe(200);
      expect(whole.match(HIDDEN), JSON.stringify(headers)).toBeNull();
      expect(whole, JSON.stringify(headers)).not.toContain(token);
    }
    await stranger.context.close();
  });

  test("tells nobody where its reader came from, and is kept and indexed by nobody", async ({
    page,
    request,
  }) => {
    const { key } = publish();
    await signIn(page, "responder");
    const answer = await request.get(await shareLink(page, key), { maxRedirects: 0 });

    expect(answer.status()).toBe(303);
    expect(answer.headers()).toMatchObject({
      location: `/s/view/${key}/seen`,
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
    });
    expect(answer.headers()["set-cookie"]).toMatch(/HttpOnly/i);
  });

  test("opens no other incident and no page of the portal", async ({ page, browser }) => {
    const [mine, other] = [publish(), publish()];
    await signIn(page, "responder");
    const link = await shareLink(page, mine.key);
    const { context, page: visited } = await asStranger(browser);
    await visited.goto(link);

    const elsewhere = await visited.goto(`/s/view/${other.key}`);
    expect(elsewhere?.status()).toBe(404);
    await expect(visited.getByText(other.title)).toHaveCount(0);
    await visited.goto(`/incidents/${mine.key}`);
    await expect(visited).toHaveURL(/\/login/);
    await context.close();
  });

  test("is dead at once when it is revoked, like one that never was", async ({ page, browser }) => {
    const { key, title } = publish();
    await signIn(page, "responder");
    const link = await shareLink(page, key);
    const { context, page: visited } = await asStranger(browser);
    await visited.goto(link);
    await expect(visited.getByRole("heading", { level: 1, name: title })).toBeVisible();

    await page.getByRole("button", { name: "Revoke the link for the magpie-customer" }).click();
    await expect(page.getByText("Revoked", { exact: true }).first()).toBeVisible();

    const after = await visited.reload();
    expect(after?.status()).toBe(404);
    await expect(visited.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
    expect(await visited.content()).not.toContain(title);

    const revoked = await context.request.get(link, { maxRedirects: 0 });
    const unknown = await context.request.get(`/s/${"A".repeat(43)}`, { maxRedirects: 0 });
    for (const answer of [revoked, unknown]) expect(answer.status()).toBe(404);
    expect(await revoked.body()).toEqual(await unknown.body());
    expect(lasting(revoked)).toEqual(lasting(unknown));
    await context.close();
  });
});

/** The headers of an answer without what differs from one to the next: time, nonce and number. */
function lasting(answer: APIResponse): Record<string, string> {
  const { date: _date, "x-request-id": _id, ...headers } = answer.headers();
  const policy = headers["content-security-policy"] ?? "";
  return { ...headers, "content-security-policy": policy.replace(/'nonce-[^']+'/g, "'nonce'") };
}

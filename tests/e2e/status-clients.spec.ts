import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./test";

const base = process.env.TEST_BASE_URL ?? "";
const page = `${base}/status`;
const WIDGET = "node_modules/@statuspage/status-widget/dist/index.js";

/** A website that has nothing to do with the portal, on a host of its own. */
const FOREIGN: Record<string, [string, () => string]> = {
  "/": ["text/html", () => "<!doctype html><title>Shop</title>"],
  "/widget": [
    "text/html",
    () =>
      `<!doctype html><title>Shop</title><script src="/widget.js"></script>
       <statuspage-widget src="${page}"></statuspage-widget>
       <statuspage-widget src="${page}" appearance="badge"></statuspage-widget>`,
  ],
  "/widget.js": ["text/javascript", () => readFileSync(WIDGET, "utf8")],
  "/frames": [
    "text/html",
    () =>
      `<!doctype html><title>Shop</title><iframe title="a" src="${page}/embed"></iframe>
       <iframe title="b" src="${page}"></iframe><img alt="badge" src="${page}/badge.svg">`,
  ],
};

let shop: Server;
let url = "";
test.beforeAll(async () => {
  shop = createServer((request, response) => {
    const [type, body] = FOREIGN[request.url ?? ""] ?? ["text/plain", () => ""];
    response.writeHead(200, { "Content-Type": `${type}; charset=utf-8` }).end(body());
  }).listen(0, "127.0.0.1");
  await once(shop, "listening");
  const address = shop.address();
  if (typeof address === "string" || !address) throw new Error("The shop has no port.");
  url = `http://localhost:${address.port}`;
});
test.afterAll(() => shop.close());

const verdict = async () => (await (await fetch(`${page}/api/v2/status.json`)).json()).status;

test("Statuspage’s widget shows the verdict on another website", async ({ page: tab }) => {
  await tab.goto(`${url}/widget`);
  await expect(async () => {
    const { description, indicator } = await verdict();
    const widgets = await tab
      .locator("statuspage-widget")
      .evaluateAll((all) => all.map(({ shadowRoot }) => shadowRoot?.innerHTML ?? ""));
    expect(widgets).toHaveLength(2);
    for (const shown of widgets) {
      expect(shown).toContain(description);
      expect(shown).toContain(indicator);
    }
  }).toPass();
});

test("another website reads the API, also with a header that asks for leave", async ({
  page: tab,
}) => {
  await tab.goto(url);
  const read = (path: string, init: RequestInit = {}) =>
    tab.evaluate(
      async ([address, options]) => {
        const answer = await fetch(address, options);
        const { status, headers } = answer;
        return { status, etag: headers.get("etag"), text: await answer.text() };
      },
      [`${page}/${path}`, init] as const,
    );
  const first = await read("api/v2/summary.json", { cache: "no-store" });
  expect(JSON.parse(first.text)).toMatchObject({ status: await verdict() });
  expect(await read("api/v2/summary.json", { method: "HEAD" })).toMatchObject({ status: 200 });
  const etag = (await read("history.atom", { cache: "no-store" })).etag ?? "";
  const headers = { "If-None-Match": etag };
  expect(etag).not.toBe("");
  expect((await read("history.atom", { cache: "no-store", headers })).status).toBe(304);
  for (const method of ["POST", "DELETE"]) {
    const refused = await read("api/v2/subscribers.json", { method });
    expect(refused.status).toBe(405);
    expect(JSON.parse(refused.text)).toHaveProperty("error");
  }
});

test("another website shows the frame and the badge, and cannot frame the page", async ({
  page: tab,
}) => {
  await tab.goto(`${url}/frames`);
  const { description } = await verdict();
  const heading = tab.frameLocator("[title=a]").getByRole("heading", { level: 1 });
  await expect(heading).toContainText(description);
  await expect(tab.frameLocator("[title=b]").getByRole("heading", { level: 1 })).toHaveCount(0);
  const width = () =>
    tab.getByAltText("badge").evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(width).toBeGreaterThan(100);
});

test("every feed is well-formed in a browser", async ({ page: tab }) => {
  await tab.goto(`${page}/api`);
  const problems = await tab.evaluate(async () => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")];
    const feeds = links.map(({ href }) => href).filter((href) => /\.(atom|rss)(\?|$)/.test(href));
    const texts = await Promise.all(
      feeds.map(async (href) => [href, await (await fetch(href)).text()] as const),
    );
    return texts.flatMap(([href, text]) => {
      const parsed = new DOMParser().parseFromString(text, "application/xml");
      const isFeed = /^(feed|rss)$/.test(parsed.documentElement.localName);
      return isFeed && !parsed.querySelector("parsererror") ? [] : [href];
    });
  });
  expect(problems).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the API’s page and the frame are fit for everyone, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({
      colorScheme,
      javaScriptEnabled: true,
      viewport: { width: 320, height: 700 },
    });
    const tab = await context.newPage();
    for (const path of ["api", "embed"]) {
      await tab.goto(`${page}/${path}`);
      await expectFit(tab);
    }
    await context.close();
  });
}

async function expectFit(tab: Page) {
  const { violations } = await new AxeBuilder({ page: tab }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  const overflow = await tab.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { signIn } from "./support";
import { prepare, STRANGERS_VISITS, VISITS, type Prepared, type Visit } from "./visits";
import { expect, test } from "./test";

test.describe.configure({ mode: "parallel", timeout: 300_000 });

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
/** What a theme can break that another one has not. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
const THEMES = ["light", "dark"] as const;
const WIDTHS = [1280, 360];

/** So many pages are looked at in one test. */
const PART = 20;
const PARTS = VISITS.map((_, index) => index).filter((index) => index % PART === 0);

type Theme = (typeof THEMES)[number];

let prepared: Prepared;
test.beforeAll(() => {
  prepared = prepare();
});

test("every page of the build is visited", () => {
  const manifest = JSON.parse(readFileSync(".next/server/app-paths-manifest.json", "utf8"));
  const pages = Object.keys(manifest)
    .filter((entry) => entry.endsWith("/page") && entry !== "/_global-error/page")
    .map((entry) => entry.replace(/\/page$/, ""));
  const visited = [...STRANGERS_VISITS, ...VISITS].map(({ route }) => route);
  expect(pages.filter((page) => !visited.includes(page))).toEqual([]);
});

for (const colorScheme of THEMES) {
  for (const width of WIDTHS) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({
        colorScheme,
        viewport: { width, height: 800 },
        isMobile: width < 600,
        hasTouch: width < 600,
        actionTimeout: 15_000,
      });

      const titles = new Map<string, string>();

      async function lookAt(page: Page, visits: Visit[]) {
        const told = await listen(page);
        for (const { name, open, fails } of visits) {
          told.length = 0;
          await open(page, prepared);
          await expectFit(page, name, colorScheme);
          if (fails) continue;
          expect.soft(told, name).toEqual([]);
          const { pathname } = new URL(page.url());
          const title = await page.title();
          expect.soft(titles.get(title) ?? pathname, `whose title is ${title}`).toBe(pathname);
          titles.set(title, pathname);
        }
      }

      test("is fit for everyone on the pages for strangers", async ({ page }) => {
        await lookAt(page, STRANGERS_VISITS);
      });

      for (const first of PARTS) {
        const last = Math.min(first + PART, VISITS.length);
        test(`is fit for everyone on pages ${first + 1} to ${last}`, async ({ page }) => {
          await signIn(page, "admin");
          await lookAt(page, VISITS.slice(first, last));
        });
      }
    });
  }
}

/** What the browser complains of: errors, and what the content security policy held back. */
async function listen(page: Page): Promise<string[]> {
  const told: string[] = [];
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error("Held back:", event.violatedDirective, event.blockedURI);
    });
  });
  page.on("pageerror", ({ message }) => told.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") told.push(message.text());
  });
  return told;
}

async function expectFit(page: Page, name: string, theme: Theme): Promise<void> {
  await expect(page, name).toHaveTitle(/./); // it may come a little after the page
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" })); // or the header hides half of something
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await (
    theme === "light" ? axe.withTags(TAGS) : axe.withRules(COLOUR_RULES)
  ).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`,
  );
  expect.soft(found, name).toEqual([]);

  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect.soft(tooWide, `${name}: pixels too wide`).toBe(0);
  await expect.soft(page.locator("h1:not([aria-level])"), `${name}: one h1`).toHaveCount(1);
}

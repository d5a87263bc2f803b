import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { toUtc } from "@/lib/domain/time";
import { awake, importCopy, signIn } from "./support";
import { expect, test } from "./test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const DAY = 24 * 60 * 60_000;

const figure = (page: Page) => page.getByRole("figure", { name: "The incident to scale" });
const lane = (page: Page, name: string) => figure(page).getByRole("group", { name, exact: true });
/** The one mark that Tab leads to. */
const stop = (page: Page) => figure(page).locator("svg a[tabindex='0']");
const caption = (page: Page) => figure(page).locator("[data-caption]");

async function open(page: Page, change?: Parameters<typeof importCopy>[0]): Promise<string> {
  const key = importCopy(change);
  await signIn(page, "viewer", `/incidents/${key}`);
  return key;
}

async function walk(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test.describe("an incident's drawing", () => {
  test("says in a sentence what it shows", async ({ page }) => {
    await open(page);
    await expect(figure(page)).toContainText(
      "From 15 Jan 2024, 13:45 to 16:50 UTC: 5 phases, 3 gaps of 15 min or more, 18 events, of which " +
        "7 decision points, 4 public messages, 1 internal message, 2 promised updates (1 kept, " +
        "1 missed), 1 promised report (open), 1 deployment.",
    );
  });

  test("is walked by keyboard, names each mark, and leads to its row", async ({ page }) => {
    await open(page);
    const events = lane(page, "Events");
    await awake(events);
    await expect(stop(page)).toHaveCount(1);

    await stop(page).focus();
    await expect(caption(page)).toContainText("14:15 Milestone: Started");
    await walk(page, "ArrowRight", "ArrowRight");
    await expect(caption(page)).toHaveText("14:20–14:23 Detection phase, 3 min, 2 events");
    await walk(page, "ArrowDown", "End");
    await expect(caption(page)).toHaveText("16:30–16:45 15 min without an entry");
    await walk(page, "ArrowDown", "Home", "ArrowRight", "ArrowRight", "ArrowRight");
    await expect(caption(page)).toContainText("14:23 Declaration, decision point: SEV1 declared.");
    await walk(page, "ArrowDown", "ArrowRight");
    await expect(caption(page)).toContainText(
      "14:45 Status page update: next update promised in 15 min, missed by 20 min. Identified",
    );
    await expect(page.locator(":focus")).toHaveAccessibleName(
      (await caption(page).textContent()) ?? "",
    );

    await walk(page, "Enter");
    await expect(page).toHaveURL(/#c-\d+$/);
    await expect(page.locator(":target")).toBeInViewport();
    await expect(page.locator(":target")).toContainText("The issue has been identified");

    await stop(page).focus();
    await walk(page, "ArrowUp", "Enter");
    await expect(page).toHaveURL(/#e-10$/);
    await expect(page.locator("#e-10")).toBeInViewport();

    await stop(page).focus();
    await walk(page, "Escape");
    await expect(figure(page).locator("summary")).toBeFocused();
  });

  test("names what the pointer is near, and goes there", async ({ page }) => {
    await open(page);
    await awake(lane(page, "Error rate, 0 to 25 %"));
    const reading = figure(page).getByRole("link", {
      name: "14:50 Error rate from 23.5 % to 12.1 %",
    });
    await reading.hover();
    await expect(caption(page)).toContainText("14:50 Error rate from 23.5 % to 12.1 %");
    await reading.click();
    await expect(page).toHaveURL(/#e-11$/);
  });

  test("shows three days with an hour of work readably, and says where it is shorter", async ({
    page,
  }) => {
    await open(page, (record) => {
      const [last] = (record.events ?? []).slice(-1);
      const [from = 0, to = 0] = ["14:15", "16:50"].map((time) =>
        Date.parse(`2024-01-15T${time}Z`),
      );
      if (last) last.timestamp = toUtc(to + 3 * DAY);
      record.incident.resolved_at = toUtc(to + 3 * DAY);
      record.events?.unshift({ timestamp: toUtc(from), type: "trigger", description: "It began." });
    });
    await expect(figure(page)).toContainText(
      "Drawn shorter than to scale: 15 Jan, 16:50–18 Jan, 16:50",
    );
    const [first, later] = await Promise.all(
      [/^15 Jan, 14:15 Trigger: It began/, /^15 Jan, 15:30 Mitigation, decision/].map((name) =>
        lane(page, "Events").getByRole("link", { name }).boundingBox(),
      ),
    );
    expect((later?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThan(200);
  });
});

test.describe("a drawing touched at 360 px", () => {
  test.use({ viewport: { width: 360, height: 800 }, isMobile: true, hasTouch: true });

  test("names the mark first, and goes there at the second touch", async ({ page }) => {
    await open(page);
    const gaps = lane(page, "Gaps");
    await awake(gaps);
    const gap = gaps.getByRole("link", { name: "15:30–16:30 1 h without an entry" });
    await gap.tap();
    await expect(caption(page)).toContainText("15:30–16:30 1 h without an entry");
    await expect(page).not.toHaveURL(/#/);
    await caption(page).getByRole("link", { name: "Go there" }).tap();
    await expect(page).toHaveURL(/#e-16$/);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the marks are links, and a table says the same", async ({ page }) => {
    await open(page);
    await expect(figure(page).locator("svg a").first()).toBeVisible();
    await expect(caption(page)).toBeHidden();
    await lane(page, "Events")
      .getByRole("link", { name: /^15:30 Mitigation, decision point/ })
      .click();
    await expect(page).toHaveURL(/#e-15$/);

    await figure(page).getByText("Show as table").click();
    const table = figure(page).getByRole("table");
    await expect(table.getByRole("rowheader")).toHaveText([
      "Phases and milestones",
      "Gaps",
      "Events",
      "Public messages",
      "Internal messages",
      "Deployments",
      "Error rate",
    ]);
    await expect(table.getByRole("row", { name: /^15:30 / })).toHaveCount(3);
    await table.getByRole("link", { name: /missed by 20 min/ }).click();
    await expect(page).toHaveURL(/#c-\d+$/);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [360, 1280]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test("a drawing is fit for everyone, with a mark named and the table open", async ({
        page,
      }) => {
        await open(page);
        await awake(lane(page, "Events"));
        await stop(page).focus();
        await walk(page, "ArrowRight");
        await figure(page).getByText("Show as table").click();
        const axe = new AxeBuilder({ page }).include("figure").withTags(TAGS).setLegacyMode();
        const { violations } = await axe.analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth).toBe(clientWidth);
      });
    });
  }
}

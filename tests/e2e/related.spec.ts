import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import type { IncidentRecord } from "@/lib/domain/record";
import { importCopy, signIn } from "./support";
import { expect, test } from "./test";

let made = 0;

/** An open incident of a test's own, with no more than its fields and what the test adds. */
function bare(title: string, change: (record: IncidentRecord) => void = () => {}): string {
  return importCopy((record) => {
    const { id } = record.incident;
    for (const section of Object.keys(record)) Reflect.deleteProperty(record, section);
    const times = { declared_at: "2026-01-05T10:00:00Z" };
    record.incident = { id, title, severity: "SEV2", status: "investigating", ...times };
    change(record);
  });
}

const unique = (words: string) => `${words} ${process.pid}-${(made += 1)}`;
const related = (page: Page) => page.locator("#related");
const timeline = (page: Page) => page.getByRole("region", { name: "Timeline" });

async function open(page: Page, name: string): Promise<void> {
  await page.locator("summary").filter({ hasText: name }).click();
}

async function link(page: Page, other: string, note = ""): Promise<void> {
  await open(page, "Link an incident");
  await page.getByLabel("Incident to link").fill(other);
  await page.getByLabel("What they have in common").fill(note);
  await page.getByRole("button", { name: "Link incident" }).click();
}

async function merge(page: Page, key: string, other: string): Promise<void> {
  await open(page, "This is a duplicate of");
  await page.getByLabel("Incident to merge into").fill(other);
  await page.getByRole("button", { name: `Merge ${key}` }).click();
}

const linkTo = (within: Locator, key: string) =>
  within.getByRole("link", { name: new RegExp(`^${key} `) });

/** The story of linking and merging, the same with scripts and without. */
async function linkAndMerge(page: Page): Promise<void> {
  const title = unique("Card payments fail");
  const a = bare("Checkout is slow", (record) => {
    const [timestamp, type] = ["2026-01-05T10:05:00Z", "detection"];
    record.events = [{ timestamp, type, description: "Seen by the first" }];
  });
  const b = bare(title);
  await signIn(page, "responder", `/incidents/${a}`);

  await link(page, title, "The same deploy");
  await expect(linkTo(related(page), b)).toBeVisible();
  await expect(related(page)).toContainText("The same deploy");
  await page.goto(`/incidents/${b}`);
  await expect(linkTo(related(page), a)).toBeVisible();
  await page.getByRole("button", { name: `Unlink ${a}` }).click();
  await expect(linkTo(related(page), a)).toHaveCount(0);

  await page.goto(`/incidents/${a}`);
  await expect(linkTo(related(page), b)).toHaveCount(0);
  await merge(page, a, b);
  const notice = page.getByRole("note").filter({ hasText: "Merged into" });
  await expect(notice).toContainText(new RegExp(`Merged into ${b} ${title} by .+ at .+ UTC`));
  await expect(page.getByRole("region", { name: "Write to this incident" })).toHaveCount(0);

  await linkTo(notice, b).click();
  await expect(page).toHaveURL(`/incidents/${b}`);
  await expect(linkTo(related(page), a)).toBeVisible();
  await expect(timeline(page).getByText("Seen by the first")).toBeVisible();
  await timeline(page)
    .getByRole("link", { name: `from ${a}` })
    .click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${a}\\?event=1#e-1$`));
  await expect(page.locator("#e-1")).toContainText("Seen by the first");
  expect(await (await page.request.get(`/incidents/${b}/export`)).text()).not.toContain(
    "Seen by the first",
  );

  await page.getByRole("button", { name: "Undo merge" }).click();
  await expect(page.getByRole("region", { name: "Write to this incident" })).toBeVisible();
  await page.goto(`/incidents/${b}`);
  await expect(timeline(page).getByText("Seen by the first")).toHaveCount(0);
}

/** Adds a deployment to an incident that was detected at five past ten. */
async function addDeployment(page: Page): Promise<void> {
  const key = bare("Checkout is slow", (record) => {
    record.incident.service = "checkout";
    const [timestamp, type] = ["2026-01-05T10:05:00Z", "detection"];
    record.events = [{ timestamp, type, description: "Errors" }];
    record.context = {
      weather: "rain",
      recent_deployments: [
        { service: "user-api", version: "2.4.1", deployed_at: "2026-01-05T09:30:00Z" },
      ],
    };
  });
  await signIn(page, "responder", `/incidents/${key}`);
  await open(page, "Add a deployment");
  await page.getByLabel("Deployed service").fill("checkout");
  await page.getByLabel("Version").fill("7.1");
  await page.getByLabel("Deployed at, in UTC").fill("2026-01-05T10:01:00");
  await page.getByLabel("What changed").fill("Smaller pools");
  await page.getByRole("button", { name: "Add deployment" }).click();

  const before = page.getByRole("list", { name: "Before the detection" }).getByRole("listitem");
  await expect(before).toHaveCount(2);
  await expect(before.nth(0)).toContainText("checkout 7.1");
  await expect(before.nth(0)).toContainText("Affected service");
  await expect(before.nth(0)).toContainText("4 min before detection");
  await expect(before.nth(1)).toContainText("35 min before detection");
  await expect(before.nth(1)).toContainText("not among the affected ones");

  const exported = await (await page.request.get(`/incidents/${key}/export`)).json();
  expect(exported.context).toMatchObject({
    weather: "rain",
    recent_deployments: [
      { service: "user-api" },
      { service: "checkout", version: "7.1", deployed_at: "2026-01-05T10:01:00Z" },
    ],
  });
}

test.describe("related incidents", () => {
  test("are linked, merged and taken apart again", async ({ page }) => {
    await linkAndMerge(page);
  });

  test("keep what was typed where a rule says no, and say why", async ({ page }) => {
    const [a, b] = [bare("Checkout is slow"), bare("Search is slow")];
    await signIn(page, "responder", `/incidents/${a}`);
    await merge(page, a, `no such ${a}`);
    await expect(related(page)).toContainText(`No incident is called “no such ${a}”.`);
    await expect(page.getByLabel("Incident to merge into")).toHaveValue(`no such ${a}`);
    await page.getByLabel("Incident to merge into").fill(b);
    await page.getByRole("button", { name: `Merge ${a}` }).click();
    await expect(page.getByRole("button", { name: "Undo merge" })).toBeVisible();

    await page.goto(`/incidents/${b}`);
    await merge(page, b, a);
    await expect(related(page)).toContainText("undo that merge first");
  });

  test("are only read by viewers", async ({ page }) => {
    const key = bare("Checkout is slow");
    await signIn(page, "viewer", `/incidents/${key}`);
    await expect(page.getByText("Link an incident")).toHaveCount(0);
    await expect(related(page)).toHaveCount(0);
  });

  test("are found by what they have in common", async ({ page }) => {
    const service = unique("gateway").replace(" ", "-");
    const earlier = bare("Gateway refuses", (record) => {
      record.incident = {
        ...record.incident,
        service,
        status: "resolved",
        declared_at: "2026-01-03T10:00:00Z",
        resolved_at: "2026-01-03T11:30:00Z",
      };
      record.resolution = { root_cause: "The pool was full" };
      record.action_items = [
        { title: "Raise the pool", status: "open" },
        { title: "Add an alert", status: "done" },
      ];
    });
    const key = bare("Gateway is slow", (record) => {
      record.incident.service = service;
    });
    await signIn(page, "viewer", `/incidents/${key}`);

    const card = page.locator("details").filter({ hasText: "Earlier incidents like this" });
    const found = card.getByRole("listitem");
    await expect(found).toHaveCount(1);
    await expect(found).toContainText(`Same service ${service}`);
    await expect(found).toContainText("took 1 h 30 min");
    await expect(found).toContainText("The pool was full");
    await expect(found).toContainText("1 of 2 actions still open");
    await linkTo(card, earlier).click();
    await expect(page).toHaveURL(`/incidents/${earlier}`);
  });
});

test.describe("deployments", () => {
  test("are added and ranked by how near they were", async ({ page }) => {
    await addDeployment(page);
    await page.getByRole("link", { name: /^Measure the start at it.*checkout/ }).click();
    await expect(page.locator("#milestone-started")).toBeVisible();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("incidents are linked, merged and taken apart again", async ({ page }) => {
    await linkAndMerge(page);
  });

  test("deployments are added", async ({ page }) => {
    await addDeployment(page);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`${colorScheme}, on a phone`, () => {
    test.use({
      colorScheme,
      viewport: { width: 360, height: 800 },
      isMobile: true,
      hasTouch: true,
    });

    test("a merged incident and its forms are fit for everyone", async ({ page }) => {
      const [a, b] = [bare("Checkout is slow"), bare("Search is slow")];
      await signIn(page, "responder", `/incidents/${a}`);
      await open(page, "Related incidents");
      await merge(page, a, b);
      await expect(page.getByRole("button", { name: "Undo merge" })).toBeVisible();
      await expectFit(page);

      await page.goto(`/incidents/${b}`);
      for (const name of ["Recent deployments", "Related incidents"]) await open(page, name);
      for (const name of ["Add a deployment", "Link an incident"]) await open(page, name);
      await expectFit(page);
    });
  });
}

async function expectFit(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(tooWide).toBe(0);
}

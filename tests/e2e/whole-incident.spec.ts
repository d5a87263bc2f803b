import type { Page } from "@playwright/test";
import { awake, muster, signIn } from "./support";
import { expect, test } from "./test";

const keyOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";
const steps = (page: Page) => page.getByRole("list", { name: "Status" });
const timeline = (page: Page) => page.getByRole("region", { name: "Timeline" });

/** What the incident's record says of how it was run. */
function course(key: string) {
  const { incident, events, communications } = JSON.parse(muster("export", key));
  return {
    severity: incident.severity,
    status: incident.status,
    commander: incident.commander,
    types: events.map(({ type }: { type: string }) => type),
    audiences: communications.map(({ audience }: { audience: string }) => audience),
  };
}

/** Goes on with Tab until letters are keys again. */
async function leaveField(page: Page) {
  const isTypedInto = () =>
    document.activeElement?.matches("input, textarea, select, [role=dialog] *") ?? false;
  while (await page.evaluate(isTypedInto)) await page.keyboard.press("Tab");
}

const WHOLE = {
  severity: "SEV1",
  status: "resolved",
  commander: "Grace Okafor",
  types: [
    "declaration",
    "communication",
    "severity_change",
    "investigation",
    "status_change",
    "resolution",
  ],
  audiences: ["internal"],
};

test("a whole incident is run by keyboard alone", async ({ page }) => {
  await signIn(page, "responder");
  const { keyboard } = page;
  await awake(page.getByRole("button", { name: "Keyboard shortcuts" }));

  await keyboard.press("c");
  await expect(page.getByLabel("Title", { exact: true })).toBeFocused();
  await keyboard.type(`Run by keys ${process.pid}`);
  await keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/declared=1/);
  const key = keyOf(page);
  await page.goto(`/incidents/${key}`);
  await awake(page.getByRole("button", { name: "Keyboard shortcuts" }));

  await keyboard.press("u");
  await expect(page.getByLabel("Message", { exact: true })).toBeFocused();
  await keyboard.type("We look at the keys.");
  await keyboard.press("Control+Enter");
  await expect(timeline(page).getByText("We look at the keys.").first()).toBeVisible();

  await leaveField(page);
  await keyboard.press("v");
  await keyboard.press("Home");
  for (let presses = 0; presses < 2; presses++) await keyboard.press("ArrowUp");
  await keyboard.press("Tab");
  await keyboard.type("Everyone types.");
  await keyboard.press("Enter");
  await expect(page.locator("main header").getByText("SEV1").first()).toBeVisible();

  await leaveField(page);
  await keyboard.press("t");
  await expect(page.getByLabel("What happened").first()).toBeFocused();
  await keyboard.type("A crumb lies below the space bar.");
  await keyboard.press("Control+Enter");
  await expect(timeline(page).getByText("A crumb lies below")).toBeVisible();

  await leaveField(page);
  await keyboard.press("s");
  await expect(steps(page).getByRole("button", { name: "Identified" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(steps(page).locator("[aria-current=step]")).toHaveText(/Identified/);

  await leaveField(page);
  await keyboard.press("s");
  await expect(steps(page).getByRole("button", { name: "Monitoring" })).toBeFocused();
  await keyboard.press("Tab");
  await expect(steps(page).getByRole("link", { name: "Resolved" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByLabel("How it ended")).toBeFocused();
  await keyboard.type("The keyboard is clean.");
  await keyboard.press("Control+Enter");
  await expect(steps(page).locator("[aria-current=step]")).toHaveText(/Resolved/);

  expect(course(key)).toEqual(WHOLE);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("a whole incident is run by touch", async ({ page }) => {
    await signIn(page, "responder");
    await page.getByRole("link", { name: "Declare" }).first().tap();
    await awake(page.getByLabel("Title", { exact: true }));
    await page.getByLabel("Title", { exact: true }).fill(`Run by thumb ${process.pid}`);
    await page.getByRole("radio", { name: /SEV1/ }).tap();
    await page.getByRole("button", { name: "Declare SEV1 incident" }).tap();
    await expect(page).toHaveURL(/declared=1/);
    const key = keyOf(page);
    await page.goto(`/incidents/${key}`);

    const bar = page.getByRole("navigation", { name: "Write to this incident" });
    await awake(page.getByLabel("Message", { exact: true }));
    await bar.getByRole("link", { name: "Post update" }).tap();
    await page.getByLabel("Message", { exact: true }).fill("We look at the thumbs.");
    await page.getByRole("button", { name: "Post update" }).last().tap();
    await expect(timeline(page).getByText("We look at the thumbs.").first()).toBeVisible();

    await bar.getByRole("link", { name: "Note" }).tap();
    await page.getByLabel("What happened").first().fill("A glove was worn.");
    await page.getByRole("button", { name: "Add to timeline" }).last().tap();
    await expect(timeline(page).getByText("A glove was worn.")).toBeVisible();

    await steps(page).getByRole("button", { name: "Identified" }).tap();
    await expect(steps(page).locator("[aria-current=step]")).toHaveText(/Identified/);
    await steps(page).getByRole("link", { name: "Resolved" }).tap();
    await page.getByLabel("How it ended").fill("The glove is off.");
    await page.getByRole("button", { name: "Resolve", exact: false }).last().tap();
    await expect(steps(page).locator("[aria-current=step]")).toHaveText(/Resolved/);

    const { types, ...rest } = WHOLE;
    expect(course(key)).toEqual({
      ...rest,
      types: types.filter((type) => type !== "severity_change"),
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  });
});

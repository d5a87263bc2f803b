import { join } from "node:path";
import type { Page } from "@playwright/test";
import { replaceDatabase } from "@/db/client";
import { createUser, setDisabled } from "@/db/mutations/users";
import { openDatabase } from "@/db/open";
import { hashPassword } from "@/lib/auth/password";
import { awake, dataDir, importCopy, openForm, signIn } from "./support";
import { expect, test } from "./test";

const PASSWORD = "purple monkey dishwasher";

let titles = 0;
const newTitle = () => `Declared in a hurry ${process.pid}-${(titles += 1)}`;

/** How many incidents have this title. */
async function countByTitle(page: Page, title: string): Promise<number> {
  await page.goto(`/incidents?view=all&text=${encodeURIComponent(title)}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page.getByRole("main").getByRole("link", { name: title, exact: true }).count();
}

/** Signs in with an account of the test's own, and gives what closes that account. */
async function signInBriefly(page: Page): Promise<() => void> {
  const email = `brief-${process.pid}-${(titles += 1)}@demo.example`;
  replaceDatabase(openDatabase(join(dataDir, "muster.db")));
  const passwordHash = await hashPassword(PASSWORD);
  const id = createUser("test", { email, name: "Brief Visitor", role: "responder", passwordHash });

  await page.goto("/login");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/incidents");
  return () => setDisabled("test", id, true, Date.now());
}

test.afterEach(() => replaceDatabase(undefined));

test.describe("a double click", () => {
  test("declares one incident", async ({ page }) => {
    const title = newTitle();
    await signIn(page, "responder", "/incidents/new");
    await awake(page.getByLabel("Title"));
    await page.getByLabel("Title").fill(title);
    await page.getByRole("button", { name: "Declare SEV3 incident" }).dblclick();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    expect(await countByTitle(page, title)).toBe(1);
  });

  test("declares one incident without scripts, too", async ({ browser }) => {
    const title = newTitle();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, "responder", "/incidents/new");
    await page.getByLabel("Title").fill(title);
    await page.getByRole("button", { name: /^Declare/ }).dblclick();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    expect(await countByTitle(page, title)).toBe(1);
    await context.close();
  });

  test("posts an update without an error", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    const forms = await openForm(page, "Post update");
    await awake(forms.getByLabel("Message", { exact: true }));
    await forms.getByLabel("Message", { exact: true }).fill("Posted in a hurry.");
    await forms.getByRole("button", { name: "Post update" }).dblclick();

    const messages = page.getByRole("region", { name: "Internal messages" });
    await expect(messages.getByText("Posted in a hurry.")).toHaveCount(1);
    await expect(page.getByText("Something broke on our side.")).toHaveCount(0);
    await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
    await page.reload();
    await expect(messages.getByText("Posted in a hurry.")).toHaveCount(1);
  });

  test("adds one event to the timeline", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    const forms = await openForm(page, "Add to timeline");
    await awake(forms.getByLabel("What happened"));
    await forms.getByLabel("What happened").fill("Written in a hurry.");
    await forms.getByRole("button", { name: "Add to timeline" }).dblclick();

    const timeline = page.getByRole("region", { name: "Timeline" });
    await expect(timeline.getByText("Written in a hurry.")).toHaveCount(1);
    await page.reload();
    await expect(timeline.getByText("Written in a hurry.")).toHaveCount(1);
  });
});

test.describe("two updates in quick succession", () => {
  test("are both kept, in their order", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);

    const messages = page.getByRole("region", { name: "Internal messages" });
    for (const message of ["The first of two.", "The second of two."]) {
      const forms = page.getByRole("region", { name: "Write to this incident" });
      if (!(await forms.getByLabel("Message", { exact: true }).isVisible()))
        await openForm(page, "Post update");
      await awake(forms.getByLabel("Message", { exact: true }));
      await forms.getByLabel("Message", { exact: true }).fill(message);
      await forms.getByRole("button", { name: "Post update" }).click();
      await expect(messages.getByText(message)).toBeVisible();
    }

    await page.reload();
    await expect(messages.getByRole("listitem")).toContainText([
      "SEV1 ACTIVE",
      "The first of two.",
      "The second of two.",
    ]);
  });
});

test.describe("an account that is closed", () => {
  test("sees no further page", async ({ page }) => {
    const close = await signInBriefly(page);
    close();

    await page.goto("/people");
    await expect(page).toHaveURL(/\/login\?callbackUrl=%2Fpeople$/);
  });

  test("sees no further page by the portal's own links", async ({ page }) => {
    const close = await signInBriefly(page);
    await awake(page.getByRole("button", { name: "Keyboard shortcuts" }));
    close();

    await page.getByRole("link", { name: "Insights" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  });

  test("changes nothing more and is told so", async ({ page }) => {
    const close = await signInBriefly(page);
    const title = newTitle();
    await page.goto("/incidents/new");
    await awake(page.getByLabel("Title"));
    await page.getByLabel("Title").fill(title);
    close();
    await page.getByRole("button", { name: "Declare SEV3 incident" }).click();

    await expect(page.getByText("You are signed out. Sign in again")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await signIn(page, "viewer");
    expect(await countByTitle(page, title)).toBe(0);
  });
});

import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { awake, importCopy, openForm, signIn } from "./support";
import { expect, test } from "./test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

const timeline = (page: Page) => page.getByRole("region", { name: "Timeline", exact: true });
const rowOf = (page: Page, text: string) =>
  timeline(page).locator("li[id^=e-]").filter({ hasText: text });
const more = (row: Locator) => row.getByRole("link", { name: /^More about/ });

/** Opens a copy of the sample with a row that this person typed. */
async function openWithRow(page: Page, text: string, who: "admin" | "responder" = "responder") {
  const key = importCopy();
  await signIn(page, who, `/incidents/${key}`);
  await addRow(page, text);
  return key;
}

async function addRow(page: Page, text: string) {
  const forms = await openForm(page, "Add to timeline");
  await forms.getByLabel("What happened").fill(text);
  await forms.getByLabel("When, in UTC").fill("2024-01-15T15:05:00");
  await forms.getByRole("button", { name: "Add to timeline" }).last().click();
  await expect(rowOf(page, text)).toBeVisible();
}

test.describe("the timeline", () => {
  test("takes a row between two others, and says when it was recorded", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    await awake(more(page.locator("#e-2")));
    const place = timeline(page).getByRole("link", { name: "Add a row after 14:40" });
    await place.focus();
    await page.keyboard.press("Enter");
    const form = timeline(page).getByRole("form", { name: "Add a row here" });
    await expect(form.getByLabel("What happened")).toBeFocused();
    await expect(form.getByLabel("When, in UTC")).toHaveValue(/^2024-01-15T14:4\d/);
    await form.getByLabel("What happened").fill("Somebody restarted the pool");
    await form.getByLabel("When, in UTC").fill("2099-12-31T00:00:00");
    await form.getByRole("button", { name: "Add to timeline" }).click();
    await expect(form.getByText("That time is yet to come.")).toBeVisible();
    await expect(form.getByLabel("When, in UTC")).toHaveAttribute("aria-invalid", "true");
    await form.getByLabel("When, in UTC").fill("2024-01-15T14:42:10");
    await form.getByRole("button", { name: "Add to timeline" }).click();

    const row = rowOf(page, "Somebody restarted the pool");
    await expect(row).toContainText(/recorded .* by /);
    await expect(row.locator("time").first()).toHaveAttribute("datetime", "2024-01-15T14:42:10Z");
    await expect(form).toHaveCount(0);
  });

  test("lets its writer change a row, and keeps what it said", async ({ page }) => {
    await openWithRow(page, "The pool is full");
    const row = rowOf(page, "The pool is full");
    await more(row).click();
    await row.getByText("Edit", { exact: true }).click();
    await row.getByLabel("What happened").fill("The pool was nearly full");
    await row.getByLabel("Type").selectOption("mitigation");
    await row.getByLabel("Who may see it").selectOption("Stakeholders");
    await row.getByRole("button", { name: "Save" }).click();

    const changed = rowOf(page, "The pool was nearly full");
    await expect(changed).toContainText("Mitigation");
    await expect(changed).toContainText("Stakeholders");
    await changed.getByRole("link", { name: "edited" }).click();
    await expect(changed.getByText(/changed this/)).toContainText("Before: Investigation");
    await expect(changed.locator("del")).toHaveText(["is"]);
    await expect(changed.locator("ins")).toHaveText(["was", "nearly"]);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test("shows both texts when somebody was faster", async ({ page, browser }) => {
    const key = await openWithRow(page, "The cache is cold");
    const row = rowOf(page, "The cache is cold");
    await more(row).click();
    await row.getByText("Edit", { exact: true }).click();
    await row.getByLabel("What happened").fill("The cache was cold until noon");

    const other = await browser.newPage();
    await signIn(other, "admin", `/incidents/${key}`);
    const theirs = rowOf(other, "The cache is cold");
    await awake(more(theirs));
    await more(theirs).click();
    await theirs.getByText("Edit", { exact: true }).click();
    await theirs.getByLabel("What happened").fill("The cache was empty");
    await theirs.getByRole("button", { name: "Save" }).click();
    await expect(rowOf(other, "The cache was empty")).toBeVisible();
    await other.close();

    await page.getByRole("button", { name: "Save", exact: true }).click();
    const alert = timeline(page).getByRole("alert");
    await expect(alert).toContainText("changed this row while you were writing");
    await expect(alert).toContainText("The cache was empty");
    await expect(timeline(page).getByLabel("What happened")).toHaveValue(
      "The cache was cold until noon",
    );
    await timeline(page).getByRole("button", { name: "Save mine instead" }).click();
    await expect(rowOf(page, "The cache was cold until noon")).toBeVisible();
  });

  test("says why an imported row stays as it is", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "admin", `/incidents/${key}?row=2#e-2`);
    const row = page.locator("#e-2");
    await expect(row).toContainText("This row came with an imported record");
    await expect(row.getByText("Edit", { exact: true })).toHaveCount(0);
  });

  test("pins a row, and takes a link and a picture", async ({ page }) => {
    await openWithRow(page, "The graph tells it");
    const row = rowOf(page, "The graph tells it");
    await more(row).click();
    await row.getByRole("button", { name: "Pin" }).click();
    const pinned = timeline(page).getByRole("region", { name: "Pinned" });
    await expect(pinned.getByRole("link")).toContainText("The graph tells it");

    await row.getByText("Attach a link").click();
    await row.getByLabel("Address").fill("https://grafana.example/d/1");
    await row.getByLabel("What it shows", { exact: true }).fill("Error rate");
    await row.getByRole("button", { name: "Attach link" }).click();
    const attached = row.getByRole("list", { name: "Attached" });
    await expect(attached.getByRole("link", { name: "Error rate" })).toHaveAttribute(
      "href",
      "https://grafana.example/d/1",
    );

    await row.getByText("Attach a picture").click();
    const file = row.getByLabel("Picture", { exact: true });
    const svg = { name: "a.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") };
    await file.setInputFiles(svg);
    await row.getByLabel(/What it shows, for those/).fill("The rate falls at 15:05");
    await row.getByRole("button", { name: "Attach picture" }).click();
    await expect(row.getByText("Only PNG, JPEG, GIF and WebP")).toBeVisible();
    await file.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: PNG });
    await row.getByRole("button", { name: "Attach picture" }).click();
    const picture = attached.getByRole("img", { name: "The rate falls at 15:05" });
    await expect(picture).toBeVisible();
    await expect
      .poll(() => picture.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth))
      .toBe(1);

    const source = (await picture.getAttribute("src")) ?? "";
    const answer = await page.request.get(source);
    expect(answer.headers()).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=31536000, immutable",
      "content-disposition": 'inline; filename="a.png"',
    });
    expect(answer.headers()["content-security-policy"]).toContain("sandbox; default-src 'none'");

    await row.getByRole("button", { name: "Remove “The rate falls at 15:05”" }).click();
    await expect(picture).toHaveCount(0);
    expect((await page.request.get(source)).status()).toBe(404);
  });

  test("takes pictures of nearly 5 MB and refuses more in words", async ({ page }) => {
    await openWithRow(page, "A large picture");
    const row = rowOf(page, "A large picture");
    await more(row).click();
    await row.getByText("Attach a picture").click();
    const large = Buffer.alloc(5 * 1024 * 1024 + 1);
    PNG.copy(large);
    const file = row.getByLabel("Picture", { exact: true });
    await row.getByLabel(/Decorative/).check();
    await file.setInputFiles({ name: "b.png", mimeType: "image/png", buffer: large });
    await row.getByRole("button", { name: "Attach picture" }).click();
    await expect(row.getByText("Choose a picture of 5 MB at most.")).toBeVisible();
    await file.setInputFiles({
      name: "b.png",
      mimeType: "image/png",
      buffer: large.subarray(0, 5 * 1024 * 1024),
    });
    await row.getByRole("button", { name: "Attach picture" }).click();
    await expect(row.getByRole("list", { name: "Attached" })).toBeVisible();
  });

  test("asks who was there, and the person answers", async ({ page, browser }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    const ask = timeline(page).getByRole("link", { name: /Ask who was there from 15:30 to 16:30/ });
    await awake(ask);
    await ask.click();
    const form = timeline(page).getByRole("form", { name: "Ask who was there" });
    await form.getByLabel("Person").fill("Nobody at all");
    await form.getByRole("button", { name: "Ask" }).click();
    await expect(form.getByText("knows nobody of that name")).toBeVisible();

    const admin = await browser.newPage();
    await signIn(admin, "admin", "/incidents");
    await form.getByLabel("Person").fill("Ada Lindqvist");
    await form.getByRole("button", { name: "Ask" }).click();
    await expect(timeline(page).getByText("asked Ada Lindqvist")).toBeVisible();
    await expect(form).toHaveCount(0);

    await admin.reload();
    const waiting = admin.getByRole("region", { name: /Waiting for you \(\d+\)/ });
    await waiting.getByRole("link", { name: key }).click();
    const question = admin.getByRole("region", {
      name: /asks you: what happened between 15:30 and 16:30/,
    });
    await question.getByText("Answer", { exact: true }).click();
    await question.getByLabel("What happened").fill("I watched the dashboards");
    await question.getByRole("button", { name: "Add and answer" }).click();
    await expect(rowOf(admin, "I watched the dashboards")).toBeVisible();
    await expect(question).toHaveCount(0);
    await expect(timeline(admin).getByText("Answered by Ada Lindqvist")).toBeVisible();
    await admin.close();
  });
});

test.describe("the timeline without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("inserts, edits, pins and shows what is hidden", async ({ page }) => {
    const key = importCopy((record) => {
      record.events?.push({
        timestamp: "2024-01-15T16:50:00Z",
        type: "role_change",
        description: "Bob took over",
      });
    });
    await signIn(page, "responder", `/incidents/${key}`);
    await expect(timeline(page).getByText("1 activity row is hidden.")).toBeVisible();
    await expect(rowOf(page, "Bob took over")).toHaveCount(0);
    await timeline(page).getByRole("link", { name: "Show all" }).click();
    await expect(page).toHaveURL(/activity=1/);
    await expect(rowOf(page, "Bob took over")).toBeVisible();
    await expect(timeline(page).getByText("Investigation begins")).toBeVisible();
    await expect(timeline(page).getByText("15 minutes without a record").first()).toBeVisible();

    await page.goto(`/incidents/${key}?after=9#add-event-9`);
    const form = timeline(page).getByRole("form", { name: "Add a row here" });
    await form.getByLabel("What happened").fill("Inserted by hand");
    await form.getByRole("button", { name: "Add to timeline" }).click();
    const row = rowOf(page, "Inserted by hand");
    await expect(row).toBeVisible();

    await more(row).click();
    await expect(page).toHaveURL(/row=\d+#e-\d+$/);
    await row.getByText("Edit", { exact: true }).click();
    await row.getByLabel("What happened").fill("Edited by hand");
    await row.getByLabel("When, in UTC").fill("2024-01-15T14:36:00");
    await row.getByRole("button", { name: "Save" }).click();
    const changed = rowOf(page, "Edited by hand");
    await expect(changed).toContainText("edited");
    await changed.getByRole("button", { name: "Pin" }).click();
    await expect(timeline(page).getByRole("region", { name: "Pinned" })).toContainText(
      "Edited by hand",
    );
  });
});

test.describe("the timeline on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("fits, and adds between rows by touch", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    await awake(more(page.locator("#e-2")));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await timeline(page).getByRole("link", { name: "Add a row after 14:40" }).tap();
    const form = timeline(page).getByRole("form", { name: "Add a row here" });
    await form.getByLabel("What happened").fill("Added by thumb");
    await form.getByRole("button", { name: "Add to timeline" }).tap();
    await expect(rowOf(page, "Added by thumb")).toBeVisible();
  });
});

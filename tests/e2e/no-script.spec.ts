import { copyOfSample, fileOf, importCopy, openForm, openPublished, signIn } from "./support";
import { expect, test } from "./test";

test.use({ javaScriptEnabled: false });

test.describe("without scripts", () => {
  test("a refused sign-in keeps the e-mail and the way back", async ({ page }) => {
    await page.goto("/people");
    await page.getByLabel("Email").fill("viewer@demo.example");
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Email or password is not correct.")).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue("viewer@demo.example");

    await signIn(page, "viewer", "/people");
    await expect(page).toHaveURL("/people");
    await page.getByRole("button", { name: "Sign out" }).first().click();
    await expect(page).toHaveURL("/login");
  });

  test("an incident lives from its declaration to its second end", async ({ page }) => {
    const title = `Scripts are blocked ${process.pid}-${Date.now()}`;
    const told = `Some pages load slowly, seen ${title}.`;
    await signIn(page, "responder", "/incidents/new");
    await page.getByLabel("Title").fill(title);
    await page.getByRole("radio", { name: /SEV2/ }).check();
    await page.getByRole("button", { name: "Declare incident" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByText(/^SEV2/).first()).toBeVisible();
    const timeline = page.getByRole("region", { name: "Timeline" });
    const status = page.getByRole("list", { name: "Status" });

    await openForm(page, "Add to timeline");
    await page.getByLabel("What happened").fill("The first page was slow");
    await page.getByLabel("When, in UTC").fill("2026-01-05T09:30:00");
    await page.getByRole("button", { name: "Add to timeline" }).click();
    const event = timeline.getByRole("listitem").filter({ hasText: "The first page was slow" });
    await expect(event.locator("time").first()).toHaveAttribute("datetime", /^2026-01-05T09:30:00/);

    const forms = page.getByRole("region", { name: "Write to this incident" });
    if (!(await forms.getByLabel("Message").isVisible())) await openForm(page, "Post update");
    await page.getByRole("radio", { name: /Public status page/ }).check();
    await forms.getByLabel("Message").fill(told);
    await forms.getByLabel("Status", { exact: true }).selectOption("Identified");
    await forms.getByRole("button", { name: "Post update" }).click();
    await expect(page.getByRole("region", { name: "Public messages" })).toContainText(told);
    await expect(status.locator("[aria-current=step]")).toHaveText(/Identified/);
    const here = page.url().split(/[?#]/)[0] ?? "";
    await openPublished(page, told);

    await page.goto(here);
    await openForm(page, "Resolve");
    await page.getByLabel("How it ended").fill("The cache was warm again");
    await page.getByRole("button", { name: /^Resolve INC-/ }).click();
    await expect(status.locator("[aria-current=step]")).toHaveText(/Resolved/);
    await expect(timeline).toContainText("The cache was warm again");

    await openForm(page, "Reopen");
    await page.getByLabel("Why it is not over").fill("It is slow once more");
    await page.getByRole("button", { name: /^Reopen INC-/ }).click();
    await expect(timeline).toContainText("It is slow once more");
    await expect(status.locator("[aria-current=step]")).not.toHaveText(/Resolved/);
  });

  test("a refused form keeps what was written", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    await openForm(page, "Add to timeline");
    await page.getByLabel("What happened").fill("x".repeat(10_001));
    await page.getByLabel("When, in UTC").fill("2024-01-15T14:18:00");
    await page.getByRole("button", { name: "Add to timeline" }).click();

    await expect(page.getByText("Please check the form.")).toBeVisible();
    await expect(page.getByLabel("What happened")).toHaveValue("x".repeat(10_001));
    await expect(page.getByLabel("When, in UTC")).toHaveValue(/^2024-01-15T14:18/);
  });

  test("a card is moved by its form", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/actions?incident=${key}`);
    const card = page.getByRole("article", { name: /Load test ORM/ });
    await card.locator("summary").click();
    await card.getByLabel("Column").selectOption("In review");
    await card.getByRole("button", { name: "Move card" }).click();

    const column = page.getByRole("region", { name: /^In review/ });
    await expect(column.getByRole("heading", { level: 3 })).toContainText(["Load test ORM"]);
    await page.goto(`/actions?incident=${key}`);
    await expect(column.getByRole("heading", { level: 3 })).toContainText(["Load test ORM"]);
  });

  test("a postmortem is previewed and saved", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}/postmortem`);
    await page.getByRole("button", { name: "Start writing" }).click();
    await page.getByRole("link", { name: "Write in the Markdown tab" }).click();
    const text = page.getByLabel("Text, in Markdown");
    await expect(text).toHaveValue(/## Summary/);
    await text.fill("## Summary\n\nWritten without scripts.\n");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("region", { name: "Preview" })).toContainText(
      "Written without scripts.",
    );
    await page.getByRole("button", { name: "Save" }).click();

    await expect(page.getByText(/Saved .* by Grace Okafor/).first()).toBeVisible();
    await page.goto(`/incidents/${key}/postmortem?view=markdown`);
    await expect(text).toHaveValue("## Summary\n\nWritten without scripts.\n");
  });

  test("a record is looked at and imported", async ({ page }) => {
    const record = copyOfSample();
    const { id } = record.incident;
    await signIn(page, "responder", "/import");
    await page.getByLabel("Incident record").setInputFiles(fileOf(record));
    await page.getByRole("button", { name: "See what it holds" }).click();
    await expect(page.getByRole("region", { name: "What the file holds" })).toContainText(id);
    await page.getByRole("button", { name: `Import ${id}` }).click();

    await expect(page).toHaveURL(`/incidents/${id}`);
    const exported = await page.request.get(`/incidents/${id}/export`);
    expect(await exported.json()).toEqual(record);
  });

  test("a share link is made, opened and revoked", async ({ page }) => {
    const key = importCopy();
    await signIn(page, "responder", `/incidents/${key}/share`);
    await page.getByLabel("Who is it for?").fill("a customer");
    await page.getByRole("button", { name: "Create link" }).click();
    const link = await page.getByLabel("Link to share").inputValue();
    expect((await page.request.get(link)).status()).toBe(200);

    await page.getByRole("button", { name: "Revoke the link for a customer" }).click();
    await expect(page.getByText("Revoked", { exact: true }).first()).toBeVisible();
    expect((await page.request.get(link)).status()).toBe(404);
  });
});

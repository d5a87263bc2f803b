import type { Page } from "@playwright/test";
import { awake, importCopy, muster, signIn } from "./support";
import { expect, test } from "./test";

const COMMANDER = "Incident Commander";

/** An open incident whose record names one commander and one expert. */
const openCopy = () =>
  importCopy((record) => {
    record.incident.status = "investigating";
    delete record.incident.resolved_at;
    delete record.resolution;
  });

const rolesOn = (page: Page) => page.locator("#roles");
const roleOn = (page: Page, role: string) =>
  rolesOn(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3, name: role, exact: true }) });

async function openRole(page: Page, role: string, verb = "Hand over") {
  await roleOn(page, role)
    .locator("summary")
    .filter({ hasText: `${verb} ${role}` })
    .click();
}

test.describe("roles", () => {
  test("are taken, handed over with a note, ended, and told by the timeline", async ({ page }) => {
    const key = openCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    const commander = roleOn(page, COMMANDER);
    await expect(commander).toContainText("Jane Smith");
    await expect(commander).toContainText("from the record");

    await openRole(page, COMMANDER);
    await commander.getByRole("button", { name: "Assign to me" }).click();
    await expect(commander).toContainText("Grace Okafor");
    await expect(commander).toContainText("1 before");
    await expect(page.locator("header").getByText(/^Commander Grace Okafor/)).toBeVisible();

    await commander.getByLabel(/^Hand over to/).fill("Nina Petrova");
    await commander.getByLabel("Note (optional)").fill("The database is slow");
    await commander.getByRole("button", { name: `Hand over ${COMMANDER}` }).click();
    await expect(commander).toContainText("Nina Petrova");
    await expect(commander).toContainText("Note: The database is slow");

    await page.reload();
    await openRole(page, COMMANDER);
    await commander.getByRole("button", { name: /^End the role of Nina Petrova/ }).click();
    await expect(commander).toContainText("Nobody");
    await expect(page.getByText("A SEV1 needs a commander, and nobody is.")).toBeVisible();

    const record = JSON.parse(muster("export", key));
    const told = record.events.filter(({ type }: { type?: string }) => type === "role_change");
    expect(told.map(({ description }: { description: string }) => description)).toEqual([
      "Grace Okafor took over Incident Commander from Jane Smith.",
      "Nina Petrova took over Incident Commander from Grace Okafor. Note: The database is slow",
      "Nina Petrova gave up Incident Commander.",
    ]);
    expect(record.incident.commander).toBeUndefined();
    expect(record.participants).toContainEqual({ name: "Nina Petrova", role: COMMANDER });
    await page.goto("/people");
    await expect(page.getByText("Nina Petrova").first()).toBeVisible();
  });

  test("are not taken from someone who came meanwhile", async ({ page, browser }) => {
    const key = openCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    await openRole(page, "Operations Lead");
    const mine = roleOn(page, "Operations Lead");
    await page.route("**/api/live*", (route) => route.abort());
    await page.reload();
    await openRole(page, "Operations Lead");

    const context = await browser.newContext();
    const other = await context.newPage();
    await signIn(other, "admin", `/incidents/${key}`);
    await openRole(other, "Operations Lead");
    await roleOn(other, "Operations Lead").getByRole("button", { name: "Assign to me" }).click();
    await expect(roleOn(other, "Operations Lead")).toContainText("Ada Lindqvist");
    await context.close();

    await mine.getByLabel(/^Hand over to/).fill("Bob Kim");
    await mine.getByLabel("Note (optional)").fill("Kept");
    await mine.getByRole("button", { name: "Hand over Operations Lead" }).click();
    await expect(mine.getByRole("alert")).toContainText(
      "Ada Lindqvist became Operations Lead while you chose.",
    );
    await expect(mine.getByLabel("Note (optional)")).toHaveValue("Kept");
  });

  test("open with R, and the field has the focus", async ({ page }) => {
    const key = openCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    await awake(page.getByRole("button", { name: "Keyboard shortcuts" }));
    await page.keyboard.press("r");
    await expect(page.locator("#give-incident-commander")).toBeFocused();
  });

  test("show a viewer who leads, and nothing to press", async ({ page }) => {
    const key = openCopy();
    await signIn(page, "viewer", `/incidents/${key}`);
    await expect(roleOn(page, COMMANDER)).toContainText("Jane Smith");
    await expect(rolesOn(page).getByRole("button")).toHaveCount(0);
    await expect(rolesOn(page).getByRole("link", { name: "Handover brief" })).toBeVisible();
  });

  test("ask after an hour whether to hand over, and brief whoever takes it", async ({ page }) => {
    const key = openCopy();
    await page.clock.install();
    await signIn(page, "responder", `/incidents/${key}`);
    await openRole(page, COMMANDER);
    await roleOn(page, COMMANDER).getByRole("button", { name: "Assign to me" }).click();
    await expect(roleOn(page, COMMANDER)).toContainText("since");
    await expect(page.getByText(/has led for/)).toHaveCount(0);

    await page.clock.fastForward("01:05:30");
    await expect(page.getByText(/^Grace Okafor has led for 1 h 5 min\. Hand over\?/)).toBeVisible();
    await rolesOn(page).getByRole("link", { name: "handover brief", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Handover of ${key}`);
    await expect(page.getByRole("region", { name: "What is open" })).toContainText(
      "Nobody is Scribe.",
    );
    await expect(page.getByRole("region", { name: "What we know" })).toContainText("SEV1");
    await page
      .getByRole("region", { name: "What we know" })
      .getByRole("link", { name: /^event / })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`/incidents/${key}\\?event=\\d+#e-\\d+$`));
  });

  test("confirm whose address the record names", async ({ page }) => {
    const local = `nadia.rossi${process.pid}`;
    const key = importCopy((record) => {
      record.participants = [{ name: `Nadia Rossi${process.pid}`, role: "Observer" }];
      record.context = { on_call: { primary: `${local}@company.com` } };
    });
    await signIn(page, "responder", `/incidents/${key}`);
    await page
      .getByRole("button", { name: `Confirm: ${local}@company.com is Nadia Rossi${process.pid}` })
      .click();
    await expect(
      page.getByText(`Nadia Rossi${process.pid} (${local}@company.com)`).first(),
    ).toBeVisible();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a role is taken and handed over, and privacy is kept and given back", async ({ page }) => {
    const key = openCopy();
    await signIn(page, "responder", `/incidents/${key}`);
    await roleOn(page, "Scribe").getByRole("button", { name: "Assign to me" }).click();
    await expect(roleOn(page, "Scribe")).toContainText("Grace Okafor");
    await openRole(page, "Scribe");
    await roleOn(page, "Scribe")
      .getByLabel(/^Hand over to/)
      .fill("Bob Kim");
    await page.getByRole("button", { name: "Hand over Scribe" }).click();
    await expect(roleOn(page, "Scribe")).toContainText("Bob Kim");

    await page.goto(`/incidents/${key}`);
    await page.getByRole("button", { name: "Make private" }).click();
    await expect(page.getByRole("list", { name: "Members" })).toContainText("Grace Okafor");
    await page.goto(`/incidents/${key}`);
    await page.getByLabel("Let someone else see it").selectOption("Vera Novak, viewer");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("list", { name: "Members" })).toContainText("Vera Novak");
    await page.goto(`/incidents/${key}/handover`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Handover of ${key}`);
    await page.goto(`/incidents/${key}`);
    await page.getByRole("button", { name: "Remove Grace Okafor" }).click();
    await expect(page).toHaveURL("/incidents");
    const gone = await page.goto(`/incidents/${key}`);
    expect(gone?.status()).toBe(404);
    expect(await gone?.text()).not.toContain("Payment Service Degradation");
  });
});

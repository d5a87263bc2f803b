import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { copyOfSample, fileOf, importCopy, signIn } from "./support";
import { expect, test } from "./test";

/** One of the page's numbers, which opens to what it is made of. */
const metric = (page: Page, name: string): Locator =>
  page
    .getByRole("region", { name: "Milestones and metrics" })
    .locator("summary")
    .filter({ hasText: new RegExp(`^${name}`) });

test.describe("importing through the page", () => {
  test("shows what a file holds and stores nothing before the yes", async ({ page }) => {
    const record = copyOfSample();
    const { id } = record.incident;
    await signIn(page, "responder", "/import");

    await page.getByLabel("Incident record").setInputFiles(fileOf(record));
    await page.getByRole("button", { name: "See what it holds" }).click();

    const preview = page.getByRole("region", { name: "What the file holds" });
    await expect(preview).toContainText(`${id} Payment Service Degradation`);
    await expect(preview).toContainText("Events18");
    await expect(preview).toContainText("Communications5");
    await expect(preview).toContainText("Action items5");
    await expect(preview).toContainText("Participants4");
    await expect(preview).toContainText("This incident is not stored yet.");
    expect((await page.request.get(`/incidents/${id}/export`)).status()).toBe(404);

    await page.getByRole("button", { name: `Import ${id}` }).click();
    await expect(page).toHaveURL(`/incidents/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Payment Service Degradation");
  });

  test("publishes nothing unless asked to", async ({ page }) => {
    for (const publish of [false, true]) {
      const record = copyOfSample();
      const { id } = record.incident;
      await signIn(page, "responder", "/import");
      await page.getByLabel("Incident record").setInputFiles(fileOf(record));
      await page.getByRole("button", { name: "See what it holds" }).click();
      const offer = page.getByLabel("Publish its 4 external status-page messages");
      await expect(offer).not.toBeChecked();
      if (publish) await offer.check();
      await page.getByRole("button", { name: `Import ${id}` }).click();
      await expect(page).toHaveURL(`/incidents/${id}`);

      await page.getByRole("link", { name: "Share" }).click();
      await expect(
        page.getByRole("link", { name: "Open the public page of this incident" }),
      ).toHaveCount(publish ? 1 : 0);
      await page.context().clearCookies();
    }
  });

  test("lists every problem of a bad file and stores nothing", async ({ page }) => {
    const record = copyOfSample();
    const { id } = record.incident;
    const file = fileOf({
      ...record,
      events: (record.events ?? []).map((event, index) =>
        index === 3 ? { ...event, timestamp: "yesterday" } : event,
      ),
      impact: { affected_users_percentage: 145 },
    });
    await signIn(page, "responder", "/import");

    await page.getByLabel("Incident record").setInputFiles(file);
    await page.getByRole("button", { name: "See what it holds" }).click();

    await expect(page.getByText("This file cannot be imported: 2 problems.")).toBeVisible();
    const problems = page.getByRole("region", { name: "Problems" }).getByRole("listitem");
    await expect(problems.filter({ hasText: "events[3].timestamp" })).toContainText(
      '"yesterday" is not an ISO 8601 time',
    );
    await expect(problems.filter({ hasText: "impact.affected_users_percentage" })).toHaveCount(1);
    await expect(page.getByRole("button", { name: /^Import INC/ })).toHaveCount(0);
    expect((await page.request.get(`/incidents/${id}/export`)).status()).toBe(404);
  });

  test("says that a file which is stored already is unchanged", async ({ page }) => {
    const record = copyOfSample();
    const { id } = record.incident;
    const file = fileOf(record);
    await signIn(page, "responder", "/import");
    await page.getByLabel("Incident record").setInputFiles(file);
    await page.getByRole("button", { name: "See what it holds" }).click();
    await page.getByRole("button", { name: `Import ${id}` }).click();
    await expect(page).toHaveURL(`/incidents/${id}`);

    await page.goto("/import");
    await page.getByLabel("Incident record").setInputFiles(file);
    await page.getByRole("button", { name: "See what it holds" }).click();

    await expect(page.getByRole("region", { name: "What the file holds" })).toContainText(
      `${id} is stored with this content already. There is nothing to import.`,
    );
    await expect(page.getByRole("button", { name: /^(Import|Replace) INC/ })).toHaveCount(0);
  });

  test("shows what differs and replaces it only when told to", async ({ page }) => {
    const id = importCopy();
    const changed = copyOfSample((record) => {
      record.incident = { ...record.incident, id, title: "Payments degraded by the pool" };
    });
    changed.incident.id = id;
    await signIn(page, "responder", "/import");

    await page.getByLabel("Incident record").setInputFiles(fileOf(changed));
    await page.getByRole("button", { name: "See what it holds" }).click();

    const differences = page.getByRole("region", { name: "Differences" });
    await expect(differences).toContainText("incident.title");
    await expect(differences).toContainText("Payment Service Degradation");
    await expect(differences).toContainText("Payments degraded by the pool");
    const stored = await page.request.get(`/incidents/${id}/export`);
    expect((await stored.json()).incident.title).toBe("Payment Service Degradation");

    await page.getByRole("button", { name: `Replace ${id}` }).click();
    await expect(page).toHaveURL(`/incidents/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Payments degraded by the pool",
    );
  });
});

test.describe("an incident's page", () => {
  test("shows the numbers with their targets, each opening to its events", async ({ page }) => {
    const id = importCopy();
    await signIn(page, "viewer", `/incidents/${id}`);

    const numbers = [
      ["Time to detect", "5 min", "Met"],
      ["Time to declare", "3 min", "Met"],
      ["Time to mitigate", "1 h 10 min", "Missed"],
      ["Time to resolve", "2 h 25 min", "Missed"],
      ["Duration", "2 h 22 min", ""],
    ] as const;
    for (const [name, value, verdict] of numbers) {
      await expect(metric(page, name)).toContainText(value);
      await expect(metric(page, name)).toContainText(verdict);
    }

    await metric(page, "Time to detect").click();
    await page
      .getByRole("link", { name: /PagerDuty alert fired/ })
      .first()
      .click();
    await expect(page).toHaveURL(/#e-2$/);
  });

  test("shows the computed severity against the declared one, with the reasons", async ({
    page,
  }) => {
    const id = importCopy();
    await signIn(page, "viewer", `/incidents/${id}`);

    const about = page.getByRole("complementary", { name: "About this incident" });
    await expect(about.getByText("SEV1 declared, SEV2 computed").last()).toBeVisible();
    await expect(about.getByText("Computed, score 0.707")).toBeVisible();
    const dimensions = about.getByRole("list", { name: "Dimensions of the score" });
    await expect(dimensions.getByRole("listitem")).toContainText([
      "1 × 0.25",
      "0.805 × 0.25",
      "0 × 0.2",
      "0.83 × 0.15",
      "0.88 × 0.15",
    ]);
    await expect(dimensions).toContainText("45% of users affected");
  });

  test("shows the five phases, three silences and seven decision points", async ({ page }) => {
    const id = importCopy();
    await signIn(page, "viewer", `/incidents/${id}`);

    const drawing = page.getByRole("figure", { name: "The incident to scale" });
    await expect(drawing).toContainText("5 phases, 3 gaps of 15 min or more, 18 events");
    await expect(drawing.getByRole("listitem")).toContainText([
      "Detection 3 min",
      "Triage 2 min",
      "Investigation 15 min",
      "Mitigation 2 h 5 min",
      "Resolution 0 min",
    ]);
    await expect(drawing.getByRole("listitem")).toContainText(["Decision point 7"]);
    await expect(
      drawing.getByRole("link", { name: "13:45 Deployment of user-api 2.4.1" }),
    ).toBeVisible();
    const timeline = page.getByRole("region", { name: "Timeline" });
    await expect(timeline.getByText("without a record")).toHaveCount(3);
    await expect(timeline.getByText("Decision point", { exact: true })).toHaveCount(7);
  });

  test("tells kept from missed promises", async ({ page }) => {
    const id = importCopy();
    await signIn(page, "viewer", `/incidents/${id}`);

    const messages = page.getByRole("region", { name: "Communications" });
    await expect(messages).toContainText("Promises: 1 kept, 1 missed by 20 min");
    await expect(messages.getByText("Promise kept")).toHaveCount(1);
    await expect(messages.getByText("Promise missed by 20 min")).toHaveCount(1);
  });

  test("meets the mitigation target once 15:15 is picked, and keeps the pick", async ({ page }) => {
    const id = importCopy();
    await signIn(page, "responder", `/incidents/${id}`);

    await metric(page, "Mitigated").click();
    await page
      .getByRole("radio", { name: /15:15 UTC mitigation: Rollback deployment complete/ })
      .check();
    await page.getByRole("button", { name: "Measure it there" }).click();

    await expect(metric(page, "Mitigated")).toContainText("Picked");
    await page.reload();
    await expect(metric(page, "Time to mitigate")).toContainText("55 min");
    await expect(metric(page, "Time to mitigate")).toContainText("Met");
    await metric(page, "Mitigated").click();
    await expect(page.getByText(/^Picked by Grace Okafor/)).toBeVisible();
  });

  test("gives every event an address of its own", async ({ page }) => {
    const id = importCopy();
    await signIn(page, "viewer", `/incidents/${id}`);

    const timeline = page.getByRole("region", { name: "Timeline" });
    await timeline.getByRole("link", { name: "15:15", exact: true }).click();
    await expect(page).toHaveURL(`/incidents/${id}#e-13`);

    const event = timeline.getByText("Rollback deployment complete.");
    await page.goto("/incidents");
    await page.goto(`/incidents/${id}#e-13`);
    await expect(event).toBeInViewport();

    await page.goto("/incidents");
    await page.goto(`/incidents/${id}?type=trigger#e-13`);
    await expect(event).toBeInViewport();
  });

  test("exports the record as it was imported", async ({ page }) => {
    const record = copyOfSample();
    const { id } = record.incident;
    await signIn(page, "responder", "/import");
    await page.getByLabel("Incident record").setInputFiles(fileOf(record));
    await page.getByRole("button", { name: "See what it holds" }).click();
    await page.getByRole("button", { name: `Import ${id}` }).click();

    const started = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export" }).click();
    const download = await started;

    expect(download.suggestedFilename()).toBe(`${id}.json`);
    expect(JSON.parse(readFileSync(await download.path(), "utf8"))).toEqual(record);
  });

  test("offers a viewer nothing to change", async ({ page }) => {
    const id = importCopy();
    await signIn(page, "viewer", `/incidents/${id}`);

    await expect(page.getByRole("region", { name: "Timeline" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Write to this incident" })).toHaveCount(0);
    await metric(page, "Mitigated").click();
    const offered = page.getByText("Rollback deployment complete.").filter({ visible: true });
    await expect(offered.first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Measure it there" })).toHaveCount(0);
  });
});

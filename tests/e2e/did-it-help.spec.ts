import ICAL from "ical.js";
import type { Page } from "@playwright/test";
import type { IncidentRecord, RecordActionItem } from "@/lib/domain/record";
import { awake, importCopy, replaceText, signIn } from "./support";
import { expect, test } from "./test";

const EARLIER = "Earlier actions that should have prevented this";
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** A resolved incident with nothing but these items, of a service that no other test has. */
function resolved(service: string, day: string, items: RecordActionItem[] = []): string {
  return importCopy((record: IncidentRecord) => {
    const { id } = record.incident;
    for (const section of Object.keys(record)) Reflect.deleteProperty(record, section);
    record.incident = {
      id,
      title: `Trouble on ${day}`,
      severity: "SEV1",
      status: "resolved",
      service,
      declared_at: `${day}T10:00:00Z`,
      resolved_at: `${day}T11:00:00Z`,
    };
    record.action_items = items;
  });
}

/** Two incidents of one service; the first one's alert is done. Answers the later key and the title. */
function twice(name: string): { later: string; earlier: string; title: string } {
  const service = `service-${name}-${process.pid}`;
  const title = `Alert for ${service}`;
  const items = [{ title, type: "detection", status: "done" }];
  const earlier = resolved(service, "2025-03-01", items);
  return { earlier, later: resolved(service, "2025-04-01"), title };
}

test("an action that did not prevent the next incident is proposed and reopened", async ({
  page,
}) => {
  const { later, earlier, title } = twice("reopened");
  await signIn(page, "responder", `/incidents/${later}`);
  const section = region(page, EARLIER);
  await expect(section).toContainText("it was for detection");
  await expect(section.getByRole("link", { name: earlier })).toBeVisible();

  await awake(section.getByRole("button", { name: "Unrelated" }));
  await section.getByRole("button", { name: "Unrelated" }).click();
  await expect(section.getByText(/^Say why AI-\d+ has nothing to do with/)).toBeVisible();

  await replaceText(section.getByRole("textbox"), "It never fired");
  await section.getByRole("button", { name: /^Reopen AI-/ }).click();
  await expect(section).toContainText(/reopened it: It never fired/);
  await expect(section.getByRole("button")).toHaveCount(0);

  await section.getByRole("link", { name: title }).click();
  await expect(region(page, "History")).toContainText(`${later} happened: It never fired`);
});

test("two people who answer differently without a script do not overwrite each other", async ({
  browser,
}) => {
  const { later, title } = twice("twice");
  const causes = `/incidents/${later}/postmortem/causes`;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const [first, second] = [await context.newPage(), await context.newPage()];
  await signIn(first, "responder", causes);
  await second.goto(causes);

  await region(first, EARLIER).getByRole("textbox").fill("Another disk");
  await region(first, EARLIER).getByRole("button", { name: "Unrelated" }).click();
  await expect(region(first, EARLIER)).toContainText("has nothing to do with this: Another disk");

  await region(second, EARLIER).getByRole("textbox").fill("It did not fire");
  await region(second, EARLIER)
    .getByRole("button", { name: /^Reopen/ })
    .click();
  await expect(second.getByRole("alert")).toContainText("Someone else was faster.");
  await expect(region(second, EARLIER).getByRole("textbox")).toHaveValue("It did not fire");

  await region(second, EARLIER)
    .getByRole("button", { name: /^Reopen/ })
    .click();
  await expect(region(second, EARLIER)).toContainText("reopened it: It did not fire");
  await expect(region(second, EARLIER).getByRole("link", { name: title })).toBeVisible();
  await context.close();
});

test("viewers see what was proposed and cannot answer", async ({ page }) => {
  const { later, title } = twice("viewed");
  await signIn(page, "viewer", `/incidents/${later}`);
  await expect(region(page, EARLIER).getByRole("link", { name: title })).toBeVisible();
  await expect(region(page, EARLIER).getByRole("button")).toHaveCount(0);
});

test("the draft of the postmortem lists it", async ({ page }) => {
  const { later, title } = twice("drafted");
  await signIn(page, "responder", `/incidents/${later}/postmortem`);
  await page.getByRole("button", { name: "Start writing" }).click();
  const text = page.getByRole("textbox", { name: "Postmortem text" });
  await expect(text).toContainText(`“${title}”`);
  await expect(text.getByRole("link", { name: /^AI-\d+$/ })).toBeVisible();
});

test("a check is planned, falls due, fails, and brings the item back", async ({ page }) => {
  const key = resolved(`service-check-${process.pid}`, "2025-05-01", [
    { title: "Alert at 70 %", type: "detection", status: "done" },
  ]);
  await signIn(page, "responder", `/actions?incident=${key}&view=board`);
  await page.getByRole("link", { name: "Alert at 70 %" }).click();
  await page.waitForURL("/actions/AI-*");

  const check = region(page, "Did it help?");
  await awake(check.locator("summary"));
  await check.getByText("Plan a check").click();
  await replaceText(check.getByLabel("What is to be seen"), "It fires at 70 %");
  await check.getByLabel("On", { exact: true }).fill("2025-06-01");
  await check.getByRole("button", { name: "Save check" }).click();
  await expect(check).toContainText("Check due");

  await page.goto(`/actions?incident=${key}&view=board`);
  await expect(page.getByRole("article")).toContainText("Check due since 1 Jun 2025");
  await page.goBack();

  await replaceText(check.getByLabel("What you saw"), "It fired at 95 % only");
  await check.getByRole("button", { name: "It failed" }).click();
  await expect(check).toContainText("Check failed");
  await expect(check).toContainText("“It fired at 95 % only”");
  await expect(region(page, "History")).toContainText("The check failed: It fired at 95 % only");
  await expect(region(page, "History")).toContainText("Open");
});

test("each number opens to its items, and they leave as CSV and as whole days", async ({
  page,
}) => {
  const service = `service-numbers-${process.pid}`;
  const key = resolved(service, "2025-07-01", [
    { title: "Leap", owner: "=HYPERLINK(1)", deadline: "2028-02-29", status: "open" },
    { title: "Overdue", deadline: "2025-07-10", status: "open" },
  ]);
  await signIn(page, "viewer", "/actions/numbers");
  const cards = page.getByRole("list", { name: "All teams" });
  const overdue = cards.getByRole("link", { name: /Overdue: open the items$/ });
  const count = Number.parseInt(await overdue.innerText(), 10);
  expect(count).toBeGreaterThan(0);
  await overdue.click();
  await page.waitForURL("/actions?show=overdue");
  await expect(page.getByText("Only those counted as “Overdue”")).toBeVisible();

  const csv = await page.request.get(`/actions/export.csv?incident=${key}`);
  expect(csv.headers()["content-type"]).toContain("text/csv");
  const rows = (await csv.text()).trim().split("\r\n");
  expect(rows).toHaveLength(3);
  expect(rows.join("\n")).toContain("Leap,open,'=HYPERLINK(1),");

  const file = await page.request.get(`/actions/deadlines.ics?incident=${key}`);
  expect(file.headers()["content-type"]).toContain("text/calendar");
  const days = new ICAL.Component(ICAL.parse(await file.text()))
    .getAllSubcomponents("vevent")
    .map((event) => new ICAL.Event(event).startDate.toString());
  expect(days.toSorted()).toEqual(["2025-07-10", "2028-02-29"]);
});

test("the numbers take a period without a script", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "viewer", "/actions/numbers");
  await page.getByLabel("From").fill("2025-01-01");
  await page.getByLabel("to", { exact: true }).fill("2025-12-31");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("from 1 Jan 2025 to 31 Dec 2025")).toBeVisible();
  await page.getByRole("link", { name: "Whole time" }).click();
  await expect(page).toHaveURL("/actions/numbers");
  await context.close();
});

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { callTool, connectAssistant } from "@/tests/support/assistant";
import { importCopy, signIn } from "./support";
import { expect, test } from "./test";

const base = process.env.TEST_BASE_URL ?? "";

async function makeToken(page: Page, scopes: string[]): Promise<string> {
  await signIn(page, "responder", "/account/tokens");
  await page.getByLabel("Name").fill("An assistant");
  for (const scope of scopes) await page.getByLabel(scope).check();
  await page.getByRole("button", { name: "Create token" }).click();
  return page.getByLabel("Token", { exact: true }).inputValue();
}

test("an assistant drafts, and a person posts or throws away", async ({ page }) => {
  const key = importCopy();
  const token = await makeToken(page, ["incidents:read", "drafts:write"]);
  const assistant = await connectAssistant(token, new URL("/api/mcp", base));
  const read = await callTool(assistant, "get_incident", { key });
  expect(read.answer.key).toBe(key);
  for (const message of ["Payments work again.", "Nothing happened."]) {
    const drafted = await callTool(assistant, "draft_update", {
      key,
      audience: "stakeholders",
      message,
    });
    expect(drafted.isError).toBe(false);
  }

  await page.goto(`/incidents/${key}`);
  const drafts = page.getByRole("region", { name: "Drafts that wait for you" });
  await expect(drafts.getByRole("listitem")).toHaveCount(2);
  const wrong = drafts.getByRole("listitem").filter({ hasText: "Nothing happened." });
  await wrong.getByRole("button", { name: "Throw away" }).click();
  await expect(wrong).toHaveCount(0);

  await drafts.getByRole("link", { name: "Look over and post" }).click();
  const forms = page.getByRole("region", { name: "Write to this incident" });
  await expect(forms.getByLabel("Message")).toHaveValue("Payments work again.");
  await expect(forms.getByRole("radio", { name: "Stakeholders" })).toBeChecked();
  await expect(drafts).toHaveCount(0);
  await forms.getByLabel("Message").fill("Payments work again since 14:00 UTC.");
  await forms.getByRole("button", { name: "Post update" }).click();
  await expect(page).toHaveURL(/#c-\d+$/);
  const told = page.locator("#communications").getByText("Payments work again since 14:00 UTC.");
  await expect(told.first()).toBeVisible();
  const left = await callTool(assistant, "list_update_drafts", { key });
  expect(left.answer.items).toEqual([]);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a draft opens in the composer, and is thrown away", async ({ page }) => {
    const key = importCopy();
    const token = await makeToken(page, ["drafts:write"]);
    const assistant = await connectAssistant(token, new URL("/api/mcp", base));
    const draft = { key, audience: "internal", message: "The disk was full." };
    await callTool(assistant, "draft_update", draft);
    await page.goto(`/incidents/${key}`);
    await page.getByRole("link", { name: "Look over and post" }).click();
    await expect(page.locator("#update-message")).toHaveValue(draft.message);
    await page.goto(`/incidents/${key}`);
    await page.getByRole("button", { name: "Throw away" }).click();
    await expect(page.getByText(draft.message)).toHaveCount(0);
  });
});

test("strangers and others’ pages get nothing from the assistants’ address", async ({ page }) => {
  const token = await makeToken(page, ["incidents:read"]);
  const ping = { jsonrpc: "2.0", id: 1, method: "ping" };
  const post = (headers: Record<string, string>) =>
    fetch(new URL("/api/mcp", base), {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json, text/event-stream",
        ...headers,
      },
      body: JSON.stringify(ping),
    });
  expect((await post({ Authorization: `Bearer ${token}` })).status).toBe(200);
  expect((await post({})).status).toBe(401);
  const foreign = { Authorization: `Bearer ${token}`, Origin: "https://elsewhere.example" };
  expect((await post(foreign)).status).toBe(403);
  expect((await page.request.post("/api/mcp", { data: ping })).status()).toBe(401);
  expect((await page.request.get("/api/mcp")).status()).toBe(405);
});

test("the command line works on a portal elsewhere", async ({ page }) => {
  const key = importCopy();
  const token = await makeToken(page, ["incidents:read", "timeline:write"]);
  const run = promisify(execFile);
  const there = (...args: string[]) =>
    run(process.execPath, ["scripts/muster.mjs", ...args], {
      env: { ...process.env, DATA_DIR: "/nowhere", MUSTER_URL: base, MUSTER_TOKEN: token },
    });
  expect((await there("incident", "show", key)).stdout).toContain(`${key}  `);
  const noted = await there("incident", "note", key, "Looked from elsewhere.");
  expect(noted.stdout).toMatch(/noted as row \d+/);
  await page.goto(`/incidents/${key}`);
  await expect(page.locator("#timeline").getByText("Looked from elsewhere.").first()).toBeVisible();
  await expect(there("user", "list")).rejects.toMatchObject({ code: 1 });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findChromium } from "./chromium.mjs";

/** Takes the pictures in docs/images of a portal that runs with demo data. */
const [origin, dataDir] = process.argv.slice(2);
if (!origin || !dataDir) {
  process.stderr.write("Usage: node scripts/screenshots.mjs ORIGIN DATA_DIR\n");
  process.exit(2);
}

const SAMPLE = "/incidents/INC-2024-0142";

const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
const page = await browser.newPage({ baseURL: origin, viewport: size(800) });

await page.goto("/login");
await page.getByLabel("Email").fill("admin@demo.example");
await page.getByLabel("Password", { exact: true }).fill(demoPassword());
await page.getByRole("button", { name: "Sign in" }).click();
await page.waitForURL("**/incidents");

await page.setViewportSize(size(900));
await page.goto(SAMPLE);
await page.getByText("Time to mitigate", { exact: true }).click();
await keep("incident");
await page.setViewportSize(size(800));

await page.goto("/incidents");
await page.getByRole("row").nth(1).getByRole("link").first().click();
await page.getByRole("heading", { name: "Timeline" }).waitFor();
await keep("command");

await page.goto("/actions");
await keep("board");

await page.goto("/actions/numbers");
await keep("numbers");

await page.goto("/insights");
await page.getByRole("list", { name: "Key numbers" }).waitFor();
await keep("insights");

await page.goto("/alerts/rules");
await keep("alert-rules");

await page.goto("/status");
await keep("status");

await page.setViewportSize(size(1000));
await page.goto(`${SAMPLE}/postmortem`);
await page.getByRole("button", { name: "Start writing" }).click();
await page.getByRole("textbox", { name: "Postmortem text" }).waitFor();
await page.getByRole("listitem").filter({ hasText: "Trigger" }).first().waitFor();
await keep("postmortem");

await page.goto("/postmortems");
await page.getByRole("link", { name: "Older phones cannot connect" }).first().click();
await page.getByRole("link", { name: "Review", exact: true }).click();
await page.getByRole("region", { name: "Your review" }).waitFor();
await keep("review");
await page.setViewportSize(size(800));

await page.emulateMedia({ colorScheme: "dark" });
await page.goto("/incidents?view=all");
await keep("list-dark");

await page.goto("/wall");
await page.locator("main li").first().waitFor();
await keep("wall-dark");

await browser.close();

function size(height) {
  return { width: 1280, height };
}

function demoPassword() {
  return JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")).demoPassword;
}

async function keep(name) {
  await page.mouse.move(0, 0);
  await page.getByText("Connecting", { exact: true }).waitFor({ state: "hidden" });
  await page.screenshot({ path: `docs/images/${name}.png`, animations: "disabled" });
}

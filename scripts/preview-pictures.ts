// Draws the pictures that go with links to the public page anew, into lib/status-page/previews.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { PICTURES, previewOf } from "@/lib/status-page/pictures";

const FOLDER = "lib/status-page/previews";
const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
for (const picture of PICTURES) {
  await page.setContent(`<body style="margin:0">${previewOf(picture)}</body>`);
  await page.screenshot({ path: `${FOLDER}/${picture}.png` });
}
await browser.close();

// Draws the pictures that go with links to the public page anew, into lib/status-page/previews.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { PICTURES, previewOf } from "@/lib/status-page/pictures";
import { findChromium } from "./chromium.mjs";

const FOLDER = "lib/status-page/previews";

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
for (const picture of PICTURES) {
  await page.setContent(`<body style="margin:0">${previewOf(picture)}</body>`);
  await page.screenshot({ path: `${FOLDER}/${picture}.png` });
}
await browser.close();

// Measures typing in a long postmortem, on a built portal and data of its own: npm run measure:editor
import { rmSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { startServer, type OwnServer } from "@/tests/e2e/own-server";
import { replaceText } from "@/tests/e2e/support";
import { longPostmortem } from "./measure/long-postmortem";

const PAGE = "/incidents/INC-2024-0142/postmortem";
const KEYS = 60;
const BETWEEN_KEYS = 120; // milliseconds: about 100 words a minute
const SLOWER = 4;
const IMAGE = "/icon.svg";

const print = (line: string) => process.stdout.write(`${line}\n`);

/** The value below which this share of the numbers lies. */
function at(share: number, numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
}

async function openLongText({ url, demoPassword }: OwnServer, page: Page): Promise<void> {
  await page.goto(`${url}/login?callbackUrl=${encodeURIComponent(PAGE)}`);
  await page.getByLabel("Email").fill("responder@demo.example");
  await page.getByLabel("Password", { exact: true }).fill(demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Start writing" }).click();
  await page.getByRole("textbox", { name: "Postmortem text" }).waitFor();

  await page.goto(`${url}${PAGE}?view=markdown`);
  await replaceText(page.getByLabel("Text, in Markdown"), longPostmortem(IMAGE));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/^Saved .* by /).waitFor();
  await page.goto(`${url}${PAGE}`);
  await page.getByRole("textbox", { name: "Postmortem text" }).waitFor({ timeout: 120_000 });
}

/** Notes for each key how long it took from its press until the next picture stood on the screen. */
const WATCH = `
  window.typed = [];
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => {
    for (const pressed of waiting.splice(0)) window.typed.push(performance.now() - pressed);
  };
  document.addEventListener("keydown", (event) => {
    requestAnimationFrame(() => {
      waiting.push(event.timeStamp);
      channel.port2.postMessage(null);
    });
  }, true);
`;

async function typeAt(page: Page, place: string): Promise<number[]> {
  const target = page.getByRole("textbox", { name: "Postmortem text" }).locator(place).first();
  await target.scrollIntoViewIfNeeded();
  await target.click();
  await page.keyboard.press("End");
  await page.waitForTimeout(3000);
  await page.evaluate("window.typed = []");
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? "Space" : "e");
    await page.waitForTimeout(BETWEEN_KEYS);
  }
  await page.waitForTimeout(1000);
  return page.evaluate(() => Reflect.get(window, "typed"));
}

const PLACES = [
  ["the first paragraph", "p"],
  ["a paragraph halfway", "h2:has-text('Section 20') + p"],
  ["an item of a list", "h2:has-text('Section 30') ~ ul li p"],
  ["a cell of the table", "tr:nth-child(100) td:nth-child(2) p"],
  ["the last paragraph", "h2:has-text('Section 40') ~ p"],
] as const;

async function measure(server: OwnServer, page: Page): Promise<void> {
  await openLongText(server, page);
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.evaluate(WATCH);
  print(`Typing in 20,000 words, 50 images and a table of 200 rows; processor ${SLOWER}x slower`);
  print("| typed in | keys | median ms | p95 ms | longest ms |");
  print("|---|---|---|---|---|");
  for (const [name, place] of PLACES) {
    const times = await typeAt(page, place);
    print(
      `| ${name} | ${times.length} | ${at(0.5, times)} | ${at(0.95, times)} | ${at(1, times)} |`,
    );
  }
}

const server = await startServer({ LOG_LEVEL: "error" });
const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  await measure(server, await browser.newPage({ viewport: { width: 1280, height: 900 } }));
} finally {
  await browser.close();
  await server.stop();
  rmSync(server.dataDir, { recursive: true });
}

import { chromium } from "@playwright/test";
import { percentile } from "@/scripts/benchmark/table";

const SLOWER = 4;

/**
 * The milliseconds until the largest thing of a page is painted on a processor four times slower, with nothing kept
 * from before: for each address the median, asked in turns.
 */
export async function largestPaints(urls: string[], times: number): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const painted = urls.map((): number[] => []);
  const open = async (url: string) => {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(url, { waitUntil: "load" });
    const at = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN);
          }).observe({ type: "largest-contentful-paint", buffered: true });
        }),
    );
    await page.context().close();
    return at;
  };
  for (const url of urls) await open(url); // the browser's own first time
  for (let i = 0; i < times; i += 1) {
    for (const [index, url] of urls.entries()) painted[index]?.push(await open(url));
  }
  await browser.close();
  return painted.map((all) => percentile(all, 0.5));
}

import { chromium } from "@playwright/test";
import lighthouse, { type Flags } from "lighthouse";
import { freePort } from "./own-server";

export type Theme = "light" | "dark";
export type Category = "performance" | "accessibility" | "best-practices" | "seo";

/** Chromium's own numbers of what a reader prefers. */
const PREFERRED: Record<Theme, number> = { dark: 0, light: 1 };

/** Waits for nothing that only matters to how fast a page is. */
const AT_ONCE: Flags = {
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
  disableFullPageScreenshot: true,
};

type Audit = {
  /** From 0 to 100. */
  scores: Map<Category, number>;
  /** What cost points. */
  found: string[];
};

/** What Lighthouse says of a page. Without its performance, nothing is slowed down. */
export async function audit(url: string, theme: Theme, categories: Category[]): Promise<Audit> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      `--remote-debugging-port=${port}`,
      `--blink-settings=preferredColorScheme=${PREFERRED[theme]}`,
    ],
  });
  try {
    const isTimed = categories.includes("performance");
    const told = await lighthouse(url, {
      port,
      logLevel: "error",
      onlyCategories: categories,
      throttlingMethod: "simulate",
      ...(!isTimed && AT_ONCE),
    });
    if (!told) throw new Error(`Lighthouse said nothing of ${url}.`);
    const { lhr } = told;
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const scores = categories.map((name): [Category, number] => [
      name,
      Math.round((lhr.categories[name]?.score ?? 0) * 100),
    ]);
    const counting = categories.flatMap((name) => lhr.categories[name]?.auditRefs ?? []);
    const found = counting
      .filter(({ weight }) => weight > 0)
      .flatMap(({ id }) => lhr.audits[id] ?? [])
      .filter(({ score }) => score !== null && score < 1)
      .map(
        ({ id, displayValue, details }) =>
          `${id}: ${displayValue ?? ""} ${JSON.stringify(details)}`,
      );
    return { scores: new Map(scores), found };
  } finally {
    await browser.close();
  }
}

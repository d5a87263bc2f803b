import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.TEST_PORT ?? 3917);
process.env.TEST_DATA_DIR ??= mkdtempSync(join(tmpdir(), "muster-e2e-"));
process.env.DATA_DIR = process.env.TEST_DATA_DIR; // whose keys sign what a test writes by itself
process.env.TEST_BASE_URL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "tests/e2e",
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 2, // a browser on a busy machine; whoever needs it is told in the totals
  reporter: [["list"], ["json"]],
  use: {
    baseURL: process.env.TEST_BASE_URL,
    timezoneId: "America/New_York",
    locale: "en-US",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node scripts/muster.mjs start",
    url: `${process.env.TEST_BASE_URL}/api/health`,
    env: { PORT: String(port), DATA_DIR: process.env.TEST_DATA_DIR, LOG_LEVEL: "warn" },
    timeout: 60_000,
  },
});

import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { installDebian, tryRun } from "./install.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium for the browser tests: one that is here, else one that gets installed now. */
export function findChromium() {
  const found = installed();
  if (found) return found;
  process.stdout.write("Installing Chromium for the browser tests…\n");
  for (const install of [viaPlaywright, viaDebian]) {
    install();
    const path = installed();
    if (path) return path;
  }
  throw new Error(
    "No Chromium found, and none could be installed. Install one, or set CHROMIUM_PATH.",
  );
}

function installed() {
  const onPath = NAMES.map((name) => tryRun("sh", ["-c", `command -v ${name}`])?.trim());
  return [process.env.CHROMIUM_PATH, ...onPath, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
}

function viaPlaywright() {
  tryRun(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
}

const viaDebian = () => installDebian("chromium");

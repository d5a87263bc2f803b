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

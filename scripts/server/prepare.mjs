import { spawn } from "node:child_process";

/**
 * Checks the environment and the port, and makes the data folder ready. Gives where to listen, and how to sign
 * in; the latter is missing where the data cannot be used, the former where nothing can be served at all. What
 * is wrong is printed.
 */
export function prepare(...args) {
  const step = spawn(process.execPath, ["--import", "tsx", "scripts/prepare.ts", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  step.stdout.setEncoding("utf8").on("data", (text) => (printed += text));
  return new Promise((resolve) => {
    step.on("close", () => {
      const [settings, ready] = printed
        .trim()
        .split("\n")
        .map((line) => line && JSON.parse(line));
      resolve({ settings, ready });
    });
  });
}

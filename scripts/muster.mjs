#!/usr/bin/env node
// The command line: muster VERB … (see `muster help`).
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const from = process.env.INIT_CWD ?? process.cwd();
for (const name of ["DATA_DIR", "BACKUP_DIR"]) {
  if (process.env[name]) process.env[name] = resolve(from, process.env[name]);
}
process.chdir(root);

const [verb = "help", ...args] = process.argv.slice(2);
if (verb === "start") {
  const { serve } = await import("./server.mjs");
  await serve();
} else {
  process.env.NODE_ENV ??= "production"; // React draws an export three times as fast
  const { register } = await import("tsx/esm/api");
  register();
  const { runCommand } = await import("./cli.ts");
  process.exitCode = await runCommand(verb, args, {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    cwd: from,
  });
}

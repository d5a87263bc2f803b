// Makes this folder ready with nothing but Node, then starts the portal or runs its tests.
//   node scripts/setup.mjs start | test
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const from = process.env.INIT_CWD ?? process.cwd();
if (process.env.DATA_DIR) process.env.DATA_DIR = resolve(from, process.env.DATA_DIR);
process.chdir(root);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Muster needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

installIfNeeded();
const [verb, ...rest] = process.argv.slice(2);
if (verb === "start") {
  buildIfNeeded();
  const { serve } = await import("./server.mjs");
  await serve();
} else if (verb === "test") {
  const { runTests } = await import("./test.mjs");
  process.exitCode = await runTests({ build: buildIfNeeded, args: rest });
} else {
  stop("Usage: node scripts/setup.mjs start | test");
}

/** Installs the locked packages unless the ones that are here come from this lockfile. */
function installIfNeeded() {
  const stamp = join("node_modules", ".muster-lock");
  const wanted = hashOf(["package.json", "package-lock.json"]) + process.versions.modules;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Installing packages (the first time takes a minute or two)");
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], headersEnv());
  writeFileSync(stamp, wanted);
}

/** Where Node's headers are beside node itself, a native package builds without fetching them. */
function headersEnv() {
  const prefix = dirname(dirname(process.execPath));
  const beside = existsSync(join(prefix, "include", "node", "node.h"));
  return beside && !process.env.npm_config_nodedir ? { npm_config_nodedir: prefix } : {};
}

/** Builds unless the build that is here was made from exactly these sources. */
function buildIfNeeded() {
  const stamp = join(".next", "muster-sources");
  const wanted = hashOf(sources());
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Building the portal");
  run(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  writeFileSync(stamp, wanted);
}

function sources() {
  const folders = ["app", "components", "db", "lib", "public"].filter((name) => existsSync(name));
  const inFolders = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const atTop = readdirSync(".").filter((name) =>
    /^(proxy|instrumentation|next\.config|postcss|tsconfig|package)/.test(name),
  );
  return [...inFolders, ...atTop].sort();
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** Runs a step quietly; a step that fails shows all that it said and ends the start. */
function run(command, args, env = {}) {
  const step = spawnSync(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (step.status === 0) return;
  process.stderr.write(`${step.stdout ?? ""}${step.stderr ?? ""}`);
  stop(
    `Could not run "${command} ${args.join(" ")}": ${step.error?.message ?? `it ended with ${step.status}`}.`,
  );
}

function say(line) {
  process.stdout.write(`${line}…\n`);
}

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

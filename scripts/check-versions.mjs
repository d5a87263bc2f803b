// The lowest versions without a known hole, and the only packages that may run a script on install.
import { readFileSync } from "node:fs";

const FLOORS = {
  next: "16.4.5",
  react: "19.3.1",
  "react-dom": "19.3.1",
  sharp: "0.35.5",
  "next-auth": "5.0.0-beta.32",
  "drizzle-orm": "0.45.2",
  "better-sqlite3": "12.8.0",
};
const MAY_RUN_SCRIPTS = ["better-sqlite3"];

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const problems = [];

for (const [path, { version }] of Object.entries(packages)) {
  const floor = FLOORS[path.split("node_modules/").at(-1)];
  if (floor && version && isBelow(version, floor))
    problems.push(`${path} ${version} is below ${floor}`);
}
for (const [name, range] of Object.entries({
  ...manifest.dependencies,
  ...manifest.devDependencies,
})) {
  if (!/^\d/.test(range)) problems.push(`${name} is not pinned: ${range}`);
}
for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const name of Object.keys(optionalDependencies)) {
    const places = [`node_modules/${name}`, `${path}/node_modules/${name}`];
    if (places.some((place) => packages[place])) continue;
    problems.push(`package-lock.json lacks ${name}: run node scripts/complete-lockfile.mjs`);
  }
}
const allowed = Object.keys(manifest.allowScripts ?? {}).filter(
  (name) => manifest.allowScripts[name],
);
for (const name of allowed) {
  if (!MAY_RUN_SCRIPTS.includes(name)) problems.push(`${name} may run a script on install`);
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

function isBelow(version, floor) {
  const [a, b] = [version, floor].map((text) => text.match(/\d+/g).map(Number));
  const at = b.findIndex((part, i) => part !== (a[i] ?? 0));
  return at !== -1 && (a[at] ?? 0) < b[at];
}

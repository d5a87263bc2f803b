// A registry mirror that holds one platform's binaries makes a lockfile that `npm ci` refuses. This adds
// the entries of the other platforms, whose versions their parents state.
import { readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";
const lock = JSON.parse(readFileSync(FILE, "utf8"));

for (const [path, { optionalDependencies = {}, dev }] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const places = [`node_modules/${name}`, `${path}/node_modules/${name}`];
    if (places.some((place) => lock.packages[place]) || !/^\d/.test(version)) continue;
    const os = /android|darwin|freebsd|linux|win32/.exec(name)?.[0];
    const cpu = /arm64|x64|ia32|wasm32|(?<=linux-)arm(?=-)/.exec(name)?.[0];
    const platform = { ...(cpu && { cpu: [cpu] }), optional: true, ...(os && { os: [os] }) };
    lock.packages[places[0]] = { version, ...(dev && { dev }), ...platform };
    process.stdout.write(`added ${name} ${version}\n`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);

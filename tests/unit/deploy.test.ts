import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const containerfile = readFileSync("deploy/Containerfile", "utf8");
const unit = readFileSync("deploy/muster.service", "utf8");
const known = ["README.md", "lib/env.ts", "lib/operation-env.ts"]
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const compose = readFileSync("deploy/compose.yaml", "utf8");

/** What the COPY lines of a stage take, and where from: the repository, or the stage before. */
function copies(from: "repository" | "build"): string[] {
  return [...containerfile.matchAll(/^COPY (--from=build )?(.+) \S+$/gm)]
    .filter(([, stage]) => (stage === undefined) === (from === "repository"))
    .flatMap(([, , sources = ""]) => sources.split(" "));
}

describe("the container file", () => {
  test("copies what is there", () => {
    const sources = copies("repository");
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((source) => !existsSync(source))).toEqual([]);
  });

  test("takes into the image only what the build stage has", () => {
    const made = ["/muster/node_modules", "/muster/.next"];
    const there = [...copies("repository").map((source) => `/muster/${source}`), ...made];
    expect(copies("build").filter((source) => !there.includes(source))).toEqual([]);
  });

  test("takes every folder that the build hashes, so that none is forgotten", () => {
    const folders = ["app", "components", "db", "lib", "public", "scripts"];
    expect(copies("build")).toEqual(
      expect.arrayContaining(folders.map((folder) => `/muster/${folder}`)),
    );
  });

  test("runs as nobody special, with a health check and a volume", () => {
    const last = containerfile.slice(containerfile.lastIndexOf("FROM "));
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK .*\/api\/health/m);
    expect(last).toMatch(/^VOLUME \[.*"\/data".*\]$/m);
    expect(last).toMatch(/^CMD \["node", "scripts\/muster.mjs", "start"\]$/m);
  });

  test("leaves secrets and data of this folder out of what is sent to the builder", () => {
    const ignored = readFileSync(".dockerignore", "utf8").split("\n");
    expect(ignored).toEqual(expect.arrayContaining(["data", "node_modules", ".git"]));
  });
});

describe("what is prepared for operation", () => {
  test.each([
    ["compose.yaml", [...compose.matchAll(/^ {6}([A-Z_]+):/gm)]],
    ["the container file", [...containerfile.matchAll(/\b([A-Z_]+)=\S+/g)]],
    [
      "the unit",
      [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, all = ""]) => [
        ...all.matchAll(/([A-Z_]+)=/g),
      ]),
    ],
  ])("%s sets variables that there are", (_, found) => {
    const names = found.map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(0);
    const others = ["NODE_ENV", "NEXT_TELEMETRY_DISABLED"];
    expect(names.filter((name) => !others.includes(name) && !known.includes(name))).toEqual([]);
  });
});

const systemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

describe.skipIf(!systemd)("the unit", () => {
  test("is one that systemd understands, and exposes little", () => {
    const folder = mkdtempSync(join(tmpdir(), "muster-unit-"));
    const file = join(folder, "muster.service");
    writeFileSync(file, unit.replace("/usr/bin/node", process.execPath));
    const { status, stderr } = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    execFileSync("systemd-analyze", ["security", "--offline=true", "--threshold=20", file], {
      stdio: "ignore",
    });
    rmSync(folder, { recursive: true });
  });
});

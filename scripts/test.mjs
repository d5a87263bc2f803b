// Runs every check, in the order in which they fail fastest, and ends with the totals.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { findAlertmanager } from "./alertmanager.mjs";
import { findChromium } from "./chromium.mjs";
import { findNginx } from "./nginx.mjs";
import { findSqld } from "./sqld.mjs";

/** Lint, types, unit and integration tests, the build, browser tests. Gives the exit code. */
export async function runTests({ build }) {
  const folder = mkdtempSync(join(tmpdir(), "muster-test-"));
  const results = { unit: join(folder, "unit.json"), browser: join(folder, "browser.json") };
  const totals = { passed: 0, failures: [] };
  const check = (name, passed) => {
    if (passed) totals.passed += 1;
    else totals.failures.push(name);
  };

  check(
    "Formatting",
    node("node_modules/prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "."]),
  );
  check("Lint", node("node_modules/eslint/bin/eslint.js", [".", "--max-warnings=0"]));
  check("Library versions", node("scripts/check-versions.mjs", []));
  const unit = [
    "run",
    "--retry=1", // what waits for real processes, on a busy machine; the totals name it
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results.unit}`,
  ];
  const unitPassed = node("node_modules/vitest/vitest.mjs", unit, {
    NGINX_PATH: findNginx() ?? "",
    SQLD_PATH: findSqld() ?? "",
    ALERTMANAGER_PATH: findAlertmanager() ?? "",
  });
  count(totals, unitPassed, () => vitestTotals(results.unit), "Unit and integration tests");

  build();
  check("Types", node("node_modules/typescript/bin/tsc", ["--noEmit"]));
  const browserPassed = node("node_modules/@playwright/test/cli.js", ["test"], {
    CHROMIUM_PATH: findChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: results.browser,
  });
  count(totals, browserPassed, () => playwrightTotals(results.browser), "Browser tests");

  rmSync(folder, { recursive: true, force: true });
  for (const failure of totals.failures) process.stdout.write(`Failed: ${failure}\n`);
  process.stdout.write(`\n${totals.passed} passed, ${totals.failures.length} failed\n`);
  return totals.failures.length === 0 ? 0 : 1;
}

/** Adds a runner's own totals; a runner that failed without a failed test counts as one failure. */
function count(totals, runnerPassed, read, name) {
  let ran = { passed: 0, failures: [] };
  try {
    ran = read();
  } catch (error) {
    process.stderr.write(`${name} left no result: ${error.message}\n`);
  }
  if ((!runnerPassed || ran.passed === 0) && ran.failures.length === 0) ran.failures = [name];
  totals.passed += ran.passed;
  totals.failures.push(...ran.failures);
}

function vitestTotals(file) {
  const { numPassedTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      name: `${relative(process.cwd(), name)}: ${fullName}`,
      status,
      hasFailed: failureMessages.length > 0,
    })),
  );
  const retried = tests.filter(({ status, hasFailed }) => status === "passed" && hasFailed);
  for (const { name } of retried) process.stdout.write(`Passed only when tried again: ${name}\n`);
  const failures = tests.filter(({ status }) => status === "failed").map(({ name }) => name);
  return { passed: numPassedTests, failures };
}

function playwrightTotals(file) {
  const { stats, suites } = JSON.parse(readFileSync(file, "utf8"));
  const { expected, flaky } = stats;
  if (flaky > 0) process.stdout.write(`${flaky} browser tests passed only when tried again.\n`);
  return { passed: expected + flaky, failures: suites.flatMap(failedSpecs) };
}

/** The browser tests of a suite, and of those inside it, that failed as often as they were tried. */
function failedSpecs({ specs = [], suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`);
  return [...failed, ...suites.flatMap(failedSpecs)];
}

function node(script, args, env = {}) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

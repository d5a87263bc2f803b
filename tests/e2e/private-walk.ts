import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIResponse } from "@playwright/test";

/** Both stand in every text of the private incident: who asks for the one must not meet the other. */
export const CANARY = "quetzal";
export const COMPANION = "okapi";
export const WORDS = `${CANARY} ${COMPANION}`;
export const manifest = (name: string) =>
  JSON.parse(readFileSync(join(".next/server", name), "utf8"));
export const routes = Object.keys(manifest("app-paths-manifest.json"))
  .map((entry) => entry.replace(/\/(page|route)$/, "").replace(/\/\([^)]+\)/g, ""))
  .filter((route) => !route.startsWith("/api/live") && !route.startsWith("/_"));

/** Every page and handler of the build, those of one incident for this key, and for one item of it. */
export const addressesFor = (incident: string, item: number) => [
  ...new Set(
    routes.map(
      (route) =>
        route
          .replace("[key]", incident)
          .replace("[item]", `AI-${item}`)
          .replace("[outside]", "links")
          .replace("[month]", new Date().toISOString().slice(0, 7))
          .replace(/\[[^\]]+\]+/g, "1") || "/",
    ),
  ),
];

/** Lists, and what one can ask them for: by words that stand in the private incident. */
export const questionsFor = (key: string) => [
  "/incidents?view=all",
  `/incidents?view=all&text=${CANARY}`,
  `/incidents?view=all&service=${CANARY}-api`,
  `/incidents?view=all&commander=${encodeURIComponent(`Quentin ${CANARY}`)}`,
  `/search?q=${CANARY}`,
  `/search?q=${key}`,
  `/search/results?q=${CANARY}`,
  `/search/results?q=${COMPANION.slice(0, 3)}`,
  "/incidents/export.csv?view=all",
  `/incidents/export.csv?key=${key}`,
  `/actions?owner=${CANARY}%40company.com`,
  `/actions?incident=${key}`,
  `/incidents/INC-2024-0142/postmortem/suggestions?text=${CANARY}`,
  `/postmortems?view=all&text=${CANARY}`,
  `/postmortems?view=written`,
  `/postmortems?view=draft&author=Grace+Okafor&sort=changed`,
  `/postmortems?service=${CANARY}-api`,
  `/incidents/${key}/export?postmortem=1`,
  `/incidents/${key}/postmortem/export?edition=1`,
  `/incidents/${key}/postmortem/print?edition=1`,
  `/incidents/${key}/postmortem/publish/public?section=0`,
  `/incidents/new?service=${CANARY}-api`,
];

export const ASKINGS: Record<string, string>[] = [
  {},
  { RSC: "1" },
  { RSC: "1", "Next-Router-Prefetch": "1" },
];

export async function wholeOf(answer: APIResponse): Promise<string> {
  const headers = answer.headersArray().map(({ name, value }) => `${name}: ${value}`);
  return [...headers, await answer.text()].join("\n");
}

/** An answer without what differs from one to the next: time, nonce, number, and the key asked for. */
export async function lasting(answer: APIResponse, asked: string): Promise<string> {
  const whole = (await wholeOf(answer))
    .split("\n")
    .filter((line) => !/^(date|x-request-id): /i.test(line))
    .join("\n");
  const nonces = /'nonce-([^']+)'/.exec(whole)?.[1] ?? "no nonce";
  return whole.replaceAll(nonces, "NONCE").replaceAll(asked, "KEY");
}

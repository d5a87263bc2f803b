// Asks Lighthouse about the public page of a built portal: npm run lighthouse:status
import { loadavg } from "node:os";
import { audit, type Category, type Theme } from "@/tests/e2e/lighthouse";
import { withReferencePortal } from "./benchmark-status/reference-portal";

const CATEGORIES: Category[] = ["performance", "accessibility", "best-practices", "seo"];
const THEMES: Theme[] = ["light", "dark"];

const print = (line: string) => process.stdout.write(`${line}\n`);

await withReferencePortal(async ({ url }) => {
  const page = await (await fetch(`${url}/status`)).text();
  const entry = /\/status\/incidents\/[0-9a-z]{12}(?=")/.exec(page)?.[0] ?? "";
  const faults: string[] = [];
  print(`| page | ${CATEGORIES.join(" | ")} |\n|---|---|---|---|---|`);
  for (const path of ["/status", entry, "/status/history"]) {
    for (const theme of THEMES) {
      const { scores, found } = await audit(`${url}${path}`, theme, CATEGORIES);
      print(`| ${path}, ${theme} | ${[...scores.values()].join(" | ")} |`);
      faults.push(...found.map((fault) => `${path}, ${theme}: ${fault}`));
    }
  }
  print(["", ...faults].join("\n"));
  print(
    `Load average over 1, 5 and 15 minutes: ${loadavg()
      .map((n) => n.toFixed(1))
      .join(", ")}`,
  );
});

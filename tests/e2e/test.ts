import { test as base } from "@playwright/test";

export { expect } from "@playwright/test";

/** Playwright's `test`, which closes what browser contexts a test left open: each would go on reading live updates. */
export const test = base.extend<{ leftovers: void }>({
  leftovers: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts());
      await use();
      const left = browser.contexts().filter((context) => !before.has(context));
      await Promise.all(left.map((context) => context.close()));
    },
    { auto: true },
  ],
});

import { audit, type Category } from "./lighthouse";
import { expect, test } from "./test";

const CATEGORIES: Category[] = ["accessibility", "best-practices", "seo"];
const PAGES = [
  { path: "/status", theme: "light" },
  { path: "/status/history", theme: "dark" },
] as const;

for (const { path, theme } of PAGES) {
  test(`Lighthouse finds nothing wrong with ${path} in the ${theme} theme`, async ({ baseURL }) => {
    const { scores, found } = await audit(`${baseURL}${path}`, theme, CATEGORIES);
    expect(found).toEqual([]);
    expect([...scores]).toEqual(CATEGORIES.map((category) => [category, 100]));
  });
}

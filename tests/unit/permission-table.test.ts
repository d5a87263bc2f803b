import { describe, expect, test } from "vitest";
import { OPERATIONS } from "@/app/api/v1/operations/registry";
import { PERMISSIONS, ROLES, type Role } from "@/lib/domain/permissions";
import { ACTIONS } from "@/tests/permissions/actions";
import { PUBLIC_FILES } from "@/tests/permissions/files";
import { HANDLERS } from "@/tests/permissions/handlers";
import { OPERATION_TABLE } from "@/tests/permissions/operations";
import { PAGES } from "@/tests/permissions/pages";
import { directivesOf, exportsOf, isCalled, sourceFiles, textOf } from "@/tests/support/source";

/** What Next adds by itself. */
const BUILT_IN = ["/_global-error", "/_not-found"];
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

const routeOf = (file: string) => file.replace(/^app/, "").replace(/\/[^/]+$/, "");
const everywhere = sourceFiles("app");

function methodsOf(file: string): string[] {
  const text = textOf(file);
  return METHODS.filter((method) =>
    new RegExp(`^export\\s(?:[^=(;]*[\\s{])?${method}\\b`, "m").test(text),
  ).map((method) => `${method} ${routeOf(file)}`);
}

describe("the permission table", () => {
  test("has a row for each page, and no other", () => {
    const pages = everywhere.filter(isCalled("page.tsx")).map(routeOf);
    expect(Object.keys(PAGES).sort()).toEqual([...pages, ...BUILT_IN].sort());
  });

  test("has a row for each method of each handler, and no other", () => {
    const handlers = everywhere.filter(isCalled("route.ts")).flatMap(methodsOf);
    expect(Object.keys(HANDLERS).sort()).toEqual(handlers.sort());
  });

  test("has a row for each action, and no other", () => {
    const actions = everywhere
      .filter((file) => directivesOf(file).includes("use server"))
      .flatMap(exportsOf);
    expect(Object.keys(ACTIONS).sort()).toEqual(actions.map(({ name }) => name).sort());
  });

  test("says of each operation what it says itself, and knows no other", () => {
    const said = OPERATIONS.map(({ id, scope, needs }) => [id, [scope, leastOf(needs)]]);
    expect(Object.fromEntries(said)).toEqual(OPERATION_TABLE);
  });

  test("knows each file that the build gives away unasked", () => {
    const files = sourceFiles("public", /./).map((file) => file.replace(/^public/, ""));
    const icons = sourceFiles("app", /^(?:icon|apple-icon|favicon|opengraph-image)\b/).map((file) =>
      file.replace(/^app/, ""),
    );
    const unknown = [...files, ...icons].filter(
      (path) => !PUBLIC_FILES.some((one) => one.test(path)),
    );
    expect(unknown).toEqual([]);
  });
});

/** The role with the fewest rights of those that may do this. */
function leastOf(permission: keyof typeof PERMISSIONS): Role | undefined {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return ROLES.toReversed().find((role) => allowed.includes(role));
}

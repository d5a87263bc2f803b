import { describe, expect, test } from "vitest";
import {
  calledBy,
  directivesOf,
  exportsOf,
  fileOf,
  firstAwaited,
  importsOf,
  isCalled,
  sourceFiles,
  textOf,
} from "@/tests/support/source";

/** The actions that people may call without being signed in. */
const PUBLIC_ACTIONS = [
  "signInAction",
  "enterCodeAction",
  "askForResetAction",
  "acceptInvitationAction",
  "resetPasswordAction",
  "setUpAction",
];

/** Who may call each handler outside of the portal's folder, within which people are signed in. */
const HANDLERS: Record<string, "anyone" | "link holders" | "signed in" | "token holders"> = {
  "app/(auth)/login/provider/callback/route.ts": "anyone",
  "app/(auth)/login/provider/leave/route.ts": "anyone",
  "app/(auth)/login/provider/route.ts": "anyone",
  "app/(public)/s/[token]/route.ts": "link holders",
  "app/(public)/s/follow/[token]/leave/route.ts": "link holders",
  "app/(public)/s/follow/[token]/route.ts": "link holders",
  "app/(public)/s/view/[key]/follow/route.ts": "link holders",
  "app/(public)/s/view/[key]/questions/route.ts": "link holders",
  "app/(public)/s/view/[key]/seen/route.ts": "link holders",
  "app/(public)/s/view/[key]/unlock/route.ts": "link holders",
  "app/(public)/status/subscribe/[token]/leave/route.ts": "link holders",
  "app/(public)/status/subscribe/[token]/route.ts": "link holders",
  "app/(public)/status/subscribe/route.ts": "anyone",
  "app/api/[[...path]]/route.ts": "anyone",
  "app/api/auth/[...nextauth]/route.ts": "anyone",
  "app/api/health/route.ts": "anyone",
  "app/api/live/route.ts": "signed in",
  "app/api/mcp/route.ts": "token holders",
  "app/api/postmortems/[key]/live/route.ts": "signed in",
  "app/api/ready/route.ts": "anyone",
  "app/api/v1/[...path]/route.ts": "token holders",
  "app/api/v1/openapi.json/route.ts": "anyone",
};

const everywhere = ["app", "components", "db", "lib"].flatMap((folder) => sourceFiles(folder));
const actionFiles = sourceFiles("app").filter(isCalled("actions.ts"));
const actions = actionFiles.flatMap((file) => exportsOf(file).map((each) => ({ ...each, file })));
const handlerFiles = everywhere.filter(isCalled("route.ts"));

describe("server actions", () => {
  test("are written in files called actions.ts and nowhere else", () => {
    const files = everywhere.filter((file) => /["']use server["']/.test(textOf(file)));
    expect(files).toEqual(actionFiles);
    expect(actionFiles.filter((file) => !directivesOf(file).includes("use server"))).toEqual([]);
  });

  test("are all made by the door", () => {
    const doors = ["defineAction", "definePublicAction"];
    const others = actions.filter(({ value }) => !doors.includes(calledBy(value) ?? ""));
    expect(actions.length).toBeGreaterThan(0);
    expect(others.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });

  test("ask who is there, but for the few that are written down here", () => {
    const open = actions.filter(({ value }) => calledBy(value) === "definePublicAction");
    expect(open.map(({ name }) => name).sort()).toEqual(PUBLIC_ACTIONS.toSorted());
  });
});

describe("portal pages", () => {
  const files = sourceFiles("app/(portal)", /^(page|layout|template|default)\.tsx$/);
  const rendering = ["default", "generateMetadata", "generateViewport"];
  const functions = files.flatMap((file) =>
    exportsOf(file)
      .filter(({ name }) => rendering.includes(name))
      .map((each) => ({ ...each, file })),
  );

  test("begin by asking who is there, and their metadata too", () => {
    const others = functions.filter(({ value }) => firstAwaited(value) !== "requireViewer");
    expect(functions.length).toBeGreaterThan(0);
    expect(others.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });

  test("are never rendered ahead of a request", () => {
    const ahead = files.filter((file) =>
      exportsOf(file).some(({ name }) => ["generateStaticParams", "revalidate"].includes(name)),
    );
    expect(ahead).toEqual([]);
  });
});

describe("handlers", () => {
  test("outside of the portal's folder are all in the table of who may call them", () => {
    const outside = handlerFiles.filter((file) => !file.startsWith("app/(portal)/"));
    expect(outside.sort()).toEqual(Object.keys(HANDLERS).sort());
  });

  test("for signed-in people are made by the door", () => {
    const guarded = handlerFiles.filter(
      (file) => file.startsWith("app/(portal)/") || HANDLERS[file] === "signed in",
    );
    const others = guarded.flatMap((file) =>
      exportsOf(file)
        .filter(({ value }) => calledBy(value) !== "defineHandler")
        .map(({ name }) => `${file} ${name}`),
    );
    expect(others).toEqual([]);
  });
});

describe("public pages", () => {
  const files = sourceFiles("app/(public)").filter((file) => !isCalled("route.ts")(file));
  const imported = files.flatMap((file) => importsOf(file).map((source) => ({ file, source })));
  const violations = (isAllowed: (source: string) => boolean, within: RegExp) =>
    imported
      .filter(({ source }) => within.test(source) && !isAllowed(source))
      .map(({ file, source }) => `${file} ${source}`);

  test("read the public queries and no others", () => {
    expect(
      violations((source) => source.startsWith("@/db/queries/public/"), /^@\/db\/(?!mutations)/),
    ).toEqual([]);
  });

  test("write nothing and know no session", () => {
    expect(violations(() => false, /^@\/(db\/mutations|lib\/auth|lib\/action)/)).toEqual([]);
  });
});

describe("scripts for browsers", () => {
  const entries = everywhere.filter((file) => directivesOf(file).includes("use client"));

  test("leave the checks of input on the server, with the library that makes them", () => {
    expect(entries.length).toBeGreaterThan(0);
    const heavy = entries.flatMap((entry) =>
      chainsFrom(entry, [])
        .filter((chain) => chain.at(-1) === "zod")
        .map((chain) => chain.join(" → ")),
    );
    expect(heavy).toEqual([]);
  });

  const seen = new Set<string>();

  /** From a file all that it imports, and they in turn, each once, with the way there. */
  function chainsFrom(file: string, way: string[]): string[][] {
    if (seen.has(file)) return [];
    seen.add(file);
    return importsOf(file).flatMap((source) => {
      const next = fileOf(source, file);
      const chain = [...way, file];
      if (next === undefined) return [[...chain, source]];
      return directivesOf(next).includes("use server") ? [] : chainsFrom(next, chain);
    });
  }
});

import babelParser from "@babel/eslint-parser";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";

const DATABASE = [
  "better-sqlite3",
  "drizzle-orm",
  "drizzle-orm/*",
  "@/db/client",
  "@/db/open",
  "@/db/migrate",
  "@/db/schema",
  "@/db/schema/*",
];
const DECORATION = ["@/components/*", "@/components/**", "@/app/*", "@/app/**"];

/** One room of the house: which imports its files may not have. Types may come from anywhere named in `types`. */
const room = (files, group, message, ignores = []) => ({
  files,
  ignores,
  rules: { "no-restricted-imports": ["error", { patterns: [{ group, message }] }] },
});

export default [
  {
    ignores: [
      ".next/",
      "node_modules/",
      "data/",
      "next-env.d.ts",
      "test-results/",
      "playwright-report/",
    ],
  },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    languageOptions: {
      parser: babelParser,
      parserOptions: {
        requireConfigFile: false,
        babelOptions: {
          babelrc: false,
          configFile: false,
          presets: [["@babel/preset-typescript", { isTSX: true, allExtensions: true }]],
        },
      },
      globals: { ...globals.node, ...globals.browser },
    },
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "prefer-const": "error",
      eqeqeq: ["error", "always"],
      "no-var": "error",
      "no-empty": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "TSAnyKeyword", message: "Name the type." },
        { selector: "TSNonNullExpression", message: "Prove it with a check." },
        {
          selector: "TSAsExpression:not([typeAnnotation.typeName.name='const'])",
          message: "Let the type be inferred, or check it.",
        },
        { selector: "ExportAllDeclaration", message: "Name what is exported." },
      ],
    },
  },
  {
    files: ["db/schema/index.ts", "tests/**", "components/ui/**"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["tests/e2e/**/*.spec.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@playwright/test",
              importNames: ["test"],
              message: "Take `test` from ./test: it closes what a test leaves open.",
            },
          ],
        },
      ],
    },
  },
  room(
    ["lib/domain/**"],
    ["@/*", "@/**", "react", "next", "next/*", "node:*", ...DATABASE],
    "lib/domain is pure: it may import lib/domain only.",
  ),
  room(
    ["lib/**"],
    ["@/db/mutations/*", ...DECORATION, ...DATABASE],
    "lib may import lib, and of the database db/queries/auth only.",
    ["lib/domain/**", "lib/auth/config.ts", "lib/action.ts", "lib/handler.ts"],
  ),
  room(
    ["lib/action.ts", "lib/handler.ts"],
    ["@/db/mutations/*", "!@/db/mutations/refusals", ...DECORATION, ...DATABASE],
    "The doors may write down what they refuse and nothing else.",
  ),
  // next-auth calls back while it starts, reads and ends a session, and each of those is also a write.
  room(
    ["lib/auth/config.ts"],
    [
      "@/db/mutations/*",
      "!@/db/mutations/sessions",
      "!@/db/mutations/sign-in",
      ...DECORATION,
      ...DATABASE,
    ],
    "The sign-in may write sessions and nothing else.",
  ),
  room(
    ["db/queries/**"],
    ["@/db/mutations/*", "@/lib/auth/*", "@/lib/action", ...DECORATION],
    "Queries read: lib/domain, lib/record, other queries and the schema.",
  ),
  room(
    ["db/mutations/**"],
    [...DECORATION, "next", "next/*", "@/lib/auth/config", "@/lib/action"],
    "Mutations know the domain and the database, not the web.",
  ),
  room(
    ["components/**"],
    [
      "@/db/client",
      "@/db/open",
      "@/db/mutations/*",
      "@/app/*",
      "@/app/**",
      "@/lib/auth/*",
      "@/lib/env",
      "better-sqlite3",
      "drizzle-orm",
      "drizzle-orm/*",
    ],
    "Components take props and give events.",
  ),
  room(
    ["app/(portal)/**"],
    ["@/db/mutations/*", ...DATABASE],
    "Pages read; only actions.ts and route.ts write.",
    ["**/actions.ts", "**/route.ts"],
  ),
  room(
    ["app/(public)/**"],
    ["@/db/queries/*", "!@/db/queries/public", "@/db/mutations/*", "@/lib/auth/*", ...DATABASE],
    "Anonymous pages read db/queries/public and nothing else.",
    ["**/actions.ts", "**/route.ts"],
  ),
];

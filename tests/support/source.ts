import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "@babel/parser";
import type { Expression, Statement } from "@babel/types";

/** The source files in a folder of the project, by path; none where there is no such folder. */
export function sourceFiles(folder: string, names: RegExp = /\.tsx?$/): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export const textOf = (file: string) => readFileSync(file, "utf8");

const programOf = (file: string) =>
  parse(textOf(file), { sourceType: "module", plugins: ["typescript", "jsx"] }).program;

export const directivesOf = (file: string) =>
  programOf(file).directives.map(({ value }) => value.value);

/** What a file imports, types left out. */
export function importsOf(file: string): string[] {
  return programOf(file).body.flatMap((statement) =>
    statement.type === "ImportDeclaration" && statement.importKind !== "type"
      ? [statement.source.value]
      : [],
  );
}

/** The project's file that an import means; `undefined` for a package. */
export function fileOf(source: string, importer: string): string | undefined {
  if (!/^(@|\.{1,2})\//.test(source)) return undefined;
  const path = source.startsWith("@/") ? source.slice(2) : join(dirname(importer), source);
  return ["", ".ts", ".tsx", "/index.ts"]
    .map((ending) => `${path}${ending}`)
    .find((file) => /\.tsx?$/.test(file) && existsSync(file));
}

export type Export = { name: string; value: Expression | Statement | undefined };

/** What a file exports, by name, with the expression or function behind it; types left out. */
export function exportsOf(file: string): Export[] {
  const { body } = programOf(file);
  return body.flatMap((statement): Export[] => {
    if (statement.type === "ExportAllDeclaration") return [{ name: "*", value: undefined }];
    if (statement.type === "ExportDefaultDeclaration") {
      const { declaration } = statement;
      const value =
        declaration.type === "Identifier" ? functionNamed(body, declaration.name) : declaration;
      return [{ name: "default", value: value?.type === "TSDeclareFunction" ? undefined : value }];
    }
    if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") return [];
    const { declaration, specifiers } = statement;
    if (declaration?.type === "VariableDeclaration") {
      return declaration.declarations.flatMap(({ id, init }) =>
        id.type === "Identifier"
          ? [{ name: id.name, value: init ?? undefined }]
          : [{ name: "(pattern)", value: init ?? undefined }],
      );
    }
    if (declaration?.type === "FunctionDeclaration") {
      return [{ name: declaration.id?.name ?? "", value: declaration }];
    }
    return [declaration ?? specifiers].flat().map(() => ({ name: "(other)", value: undefined }));
  });
}

const functionNamed = (body: Statement[], name: string) =>
  body.find((each) => each.type === "FunctionDeclaration" && each.id?.name === name);

/** The name of the function whose call is this expression. */
export function calledBy(value: Export["value"]): string | undefined {
  if (value?.type !== "CallExpression" || value.callee.type !== "Identifier") return undefined;
  return value.callee.name;
}

/** The function that the first line of a function awaits: `const viewer = await requireViewer()`. */
export function firstAwaited(value: Export["value"]): string | undefined {
  const isFunction =
    value?.type === "FunctionDeclaration" || value?.type === "ArrowFunctionExpression";
  if (!isFunction || value.body.type !== "BlockStatement") return undefined;
  const [first] = value.body.body;
  const expression =
    first?.type === "ExpressionStatement"
      ? first.expression
      : first?.type === "VariableDeclaration"
        ? first.declarations[0]?.init
        : undefined;
  return expression?.type === "AwaitExpression" ? calledBy(expression.argument) : undefined;
}

export const isCalled = (name: string) => (file: string) => basename(file) === name;

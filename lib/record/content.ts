import { visit } from "jsonc-parser";
import { numberProblem } from "./number";
import { show, type Report } from "./path";
import { textProblem } from "./text";

const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reports what JSON.parse lets pass silently: keys that come twice in an object, keys that objects of
 * JavaScript have already, numbers that lose digits, and texts that cannot be stored.
 */
export function inspectContent(text: string, report: Report): void {
  const keysOfOpenObjects: Set<string>[] = [];

  visit(
    text,
    {
      onObjectBegin: () => void keysOfOpenObjects.push(new Set()),
      onObjectEnd: () => void keysOfOpenObjects.pop(),
      onObjectProperty(key, _offset, _length, _line, _character, path) {
        const keys = keysOfOpenObjects.at(-1);
        if (keys?.has(key)) report(path(), `the key ${show(key)} stands twice in one object`);
        keys?.add(key);
        if (FORBIDDEN_KEYS.has(key)) report(path(), `the key ${show(key)} is not allowed`);
        const problem = textProblem(key);
        if (problem) report(path(), `the key ${show(key)} ${problem}`);
      },
      onLiteralValue(value: unknown, offset, length, _line, _character, path) {
        if (typeof value === "string") {
          const problem = textProblem(value);
          if (problem) report(path(), `${show(value)} ${problem}`);
        } else if (typeof value === "number") {
          const literal = text.slice(offset, offset + length);
          const problem = numberProblem(literal);
          if (problem) report(path(), `${shortened(literal)} ${problem}`);
        }
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
}

const shortened = (literal: string) => (literal.length > 40 ? `${literal.slice(0, 40)}…` : literal);

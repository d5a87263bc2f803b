import type { LabelTest } from "./rule";

/** Label tests as people write them, one on each line: `env=prod*` or `team!=search`. */
export function readLabelTests(text: string): { tests: LabelTest[]; problem?: string } {
  const tests: LabelTest[] = [];
  for (const line of linesOf(text)) {
    const at = line.indexOf("=");
    const isNot = line[at - 1] === "!";
    const name = line.slice(0, Math.max(isNot ? at - 1 : at, 0)).trim();
    if (name === "") {
      return { tests, problem: `Write “${shortened(line)}” as label=value or label!=value.` };
    }
    tests.push({ name, pattern: line.slice(at + 1).trim(), isNot });
  }
  return { tests };
}

export const labelLine = ({ name, pattern, isNot }: LabelTest): string =>
  `${name}${isNot ? "!=" : "="}${pattern}`;

export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

const shortened = (line: string) => (line.length > 60 ? `${line.slice(0, 59)}…` : line);

import { visit } from "jsonc-parser";
import { sizeProblem } from "@/lib/domain/record-size";
import { isDeeperThan } from "./nesting.mjs";

const MOST_LEVELS = 32;

type Syntax = { ok: true; text: string; document: unknown } | { ok: false; problem: string };

/** Bytes or text as a JSON value; what is too large, too deep or no JSON is refused in that order. */
export function readJson(input: Uint8Array | string): Syntax {
  const bytes = typeof input === "string" ? Buffer.byteLength(input) : input.byteLength;
  const tooLarge = sizeProblem(bytes);
  if (tooLarge) return refuse(tooLarge);
  const text = typeof input === "string" ? input.replace(/^\uFEFF/, "") : decode(input);
  if (text === undefined) return refuse("The file is not text in UTF-8.");
  if (text.trim() === "") return refuse("The file is empty.");
  if (isDeeperThan(text, MOST_LEVELS)) {
    return refuse(`The record is nested deeper than ${MOST_LEVELS} levels.`);
  }
  try {
    const document: unknown = JSON.parse(text);
    return { ok: true, text, document };
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(`The file is not valid JSON${placeOf(text)}.`);
    throw error;
  }
}

const refuse = (problem: string) => ({ ok: false, problem }) as const;

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

class FirstError extends Error {
  constructor(
    readonly line: number,
    readonly column: number,
  ) {
    super();
  }
}

/** The line and column of the first error, as ` (line 3, column 7)`; the visitor stops there. */
function placeOf(text: string): string {
  try {
    visit(
      text,
      {
        onError(_code, _offset, _length, line, character) {
          throw new FirstError(line + 1, character + 1);
        },
      },
      { disallowComments: true, allowTrailingComma: false },
    );
  } catch (error) {
    if (error instanceof FirstError) return ` (line ${error.line}, column ${error.column})`;
    throw error;
  }
  return "";
}

import { isDeeperThan } from "@/lib/record/nesting.mjs";
import { textProblem } from "@/lib/record/text";
import { Problem } from "./problem";

const MOST_LEVELS = 32;
const RESERVED = ["__proto__", "constructor", "prototype"];

/** The JSON of a request's body, `undefined` where it has none; a problem for anything else. */
export async function bodyOf(request: Request): Promise<{ text: string; value: unknown }> {
  const text = await textOf(request);
  if (text === "") return { text, value: undefined };
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(type.trim())) {
    throw new Problem("media-type", "Send the body as application/json.");
  }
  if (isDeeperThan(text, MOST_LEVELS)) {
    throw new Problem("malformed", `The body is nested deeper than ${MOST_LEVELS} levels.`);
  }
  return { text, value: jsonOf(text) };
}

async function textOf(request: Request): Promise<string> {
  const bytes = await request.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Problem("malformed", "The body is not text in UTF-8.");
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text, (name, value: unknown) => {
      if (RESERVED.includes(name)) throw new Problem("malformed", `“${name}” is no name here.`);
      return value;
    });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("malformed", "The body is not valid JSON.");
  }
}

/** The parameters of an address; one that comes several times is a list. */
export function queryOf(params: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    const problem = values.map(textProblem).find((each) => each !== undefined);
    if (problem) {
      throw new Problem("invalid", {
        detail: "Check the parameters.",
        errors: [{ parameter: name, detail: `This ${problem}.` }],
      });
    }
    const [only] = values;
    query[name] = values.length === 1 && only !== undefined ? only : values;
  }
  return query;
}

import { previewRule } from "@/db/queries/rule-preview";
import type { RuleTexts } from "@/lib/domain/alerts/rule-texts";
import { conditionsInput } from "./rule-input";

type Params = Record<string, string | string[] | undefined>;

/** What a form that is only looked at held, and which alerts it would be for; `undefined` without one. */
export function askedRule(params: Params) {
  if (params.preview === undefined) return undefined;
  const texts: RuleTexts = {};
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === "string") texts[name] = value.slice(0, LONGEST);
  }
  const parsed = conditionsInput.safeParse(texts);
  return parsed.success
    ? { texts, preview: previewRule(parsed.data), problem: undefined }
    : { texts, preview: undefined, problem: parsed.error.issues[0]?.message };
}

const LONGEST = 4000;

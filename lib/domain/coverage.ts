import { ACTION_ITEM_TYPES, type ActionItemType } from "./board";
import type { Choices } from "./choices";
import type { IncidentRecord, RecordActionItem } from "./record";

export const FACTOR_CATEGORIES = [
  "process",
  "tooling",
  "human",
  "environment",
  "external",
] as const;
export type FactorCategory = (typeof FACTOR_CATEGORIES)[number];

export function isFactorCategory(word: string): word is FactorCategory {
  return FACTOR_CATEGORIES.some((category) => category === word);
}

/** The type of action that answers a factor of each category. */
export const EXPECTED_TYPES: Record<FactorCategory, ActionItemType> = {
  process: "process",
  tooling: "detection",
  human: "prevention",
  environment: "mitigation",
  external: "prevention",
};

/** Beginnings of words that speak for a category. The first category wins among equals. */
const KEYWORDS: [FactorCategory, RegExp][] = [
  [
    "external",
    /\b(?:vendor|third[- ]part|supplier|provider|upstream|carrier|registrar|partner|external(?:ly)?\b|isp\b|cdn\b|aws\b|gcp\b|azure\b)/gi,
  ],
  [
    "human",
    /\b(?:human|mistake|mistyped|typo|misread|misunder|forgot|unfamiliar|inexperienc|untrained|training|fatigue|overload(?:ed)? on-call|knowledge|unaware|by hand|manual(?:ly)?\b)/gi,
  ],
  [
    "tooling",
    /\b(?:tool|alert|monitor|threshold|dashboard|metric|logging|logs?\b|tracing|telemetry|observab|synthetic|probe|pag(?:er|ing|ed)\b|health check|linter|automation|warning)/gi,
  ],
  [
    "process",
    /\b(?:process|procedur|review|approv|checklist|runbook|playbook|document|policy|policies|canary|staged|rollout plan|hand-?over|ownership|owner\b|on-call rotation|change management|communicat|sign-?off|schedul)/gi,
  ],
  [
    "environment",
    /\b(?:load|traffic|capacity|scal(?:e|ing)|production[- ]|staging|infrastructure|hardware|disk|memory|cpu|network|region|cluster|node|replica|quota|environment|configuration|config\b|data volume|kernel|certificate)/gi,
  ],
];

/** The category that a factor's words speak for; `process` when they speak for none. */
export function categoryOf(factor: string): FactorCategory {
  let best: { category: FactorCategory; words: number } = { category: "process", words: 0 };
  for (const [category, keywords] of KEYWORDS) {
    const words = new Set(factor.match(keywords)?.map((word) => word.toLowerCase())).size;
    if (words > best.words) best = { category, words };
  }
  return best.category;
}

/** A contributing factor with the actions that answer it, as indexes into `action_items`. */
export type CoveredFactor = {
  factor: number;
  category: FactorCategory;
  expectedType: ActionItemType;
  actions: number[];
  /** True when people linked the actions; false when their type proposes them. */
  linked: boolean;
};

/** What of a record says how its factors are covered. */
type Covered = {
  action_items?: Pick<RecordActionItem, "type">[];
  resolution?: Pick<NonNullable<IncidentRecord["resolution"]>, "contributing_factors">;
};

/** Each contributing factor and what answers it. A factor without an action is a gap. */
export function coverageOf(
  record: Covered,
  choices: Pick<Choices, "factorCategories" | "factorActions"> = {},
): CoveredFactor[] {
  const items = record.action_items ?? [];
  const byType = indexesByType(items);

  return (record.resolution?.contributing_factors ?? []).map((text, factor) => {
    const category = choices.factorCategories?.[factor] ?? categoryOf(text);
    const expectedType = EXPECTED_TYPES[category];
    const links = choices.factorActions?.[factor];
    const actions = links?.filter((index) => index in items) ?? byType.get(expectedType) ?? [];
    return { factor, category, expectedType, actions, linked: links !== undefined };
  });
}

/** The factors that no action answers. */
export function gapsIn(factors: CoveredFactor[]): CoveredFactor[] {
  return factors.filter(({ actions }) => actions.length === 0);
}

/** What is asked about before a postmortem is approved: each factor that no action answers, in words. */
export function gapsBeforeApproval(
  record: IncidentRecord,
  choices: Pick<Choices, "factorCategories" | "factorActions"> = {},
) {
  const texts = record.resolution?.contributing_factors ?? [];
  return gapsIn(coverageOf(record, choices)).map(({ factor, category, expectedType }) => ({
    factor,
    text: texts[factor] ?? "",
    category,
    expectedType,
  }));
}

function indexesByType(items: Pick<RecordActionItem, "type">[]): Map<string, number[]> {
  const byType = new Map<string, number[]>(ACTION_ITEM_TYPES.map((type) => [type, []]));
  for (const [index, { type }] of items.entries()) byType.get(type ?? "")?.push(index);
  return byType;
}

import { SEVERITIES, type Severity } from "../incident";
import { labelLine } from "./label-tests";
import {
  CLOSES_NAMES,
  JOIN_NAMES,
  type Closes,
  type Join,
  type LabelTest,
  type RuleConditions,
  type RuleDeed,
} from "./rule";
import { SOURCE_NAMES } from "./source";

type Rule = {
  name: string;
  conditions: RuleConditions;
  deed: RuleDeed;
  severity: Severity | null;
  titleTemplate: string;
  joins: Join;
  windowMinutes: number | null;
  closes: Closes;
};

/** What a form of a rule holds, by the names of its fields. A ticked box is "on". */
export type RuleTexts = Record<string, string>;

/** What a rule's fields hold before anybody wrote in them. */
export const NEW_RULE: RuleTexts = {
  deed: "declare",
  titleTemplate: "{title}",
  joins: "service",
  closes: "timeline",
};

/** A rule as its form holds it. */
export function ruleTexts({ conditions, severity, windowMinutes, ...rule }: Rule): RuleTexts {
  const { sources, severities, labels, services } = conditions;
  const { name, deed, titleTemplate, joins, closes } = rule;
  return {
    ...{ name, deed, titleTemplate, joins, closes },
    severity: severity ?? "",
    windowMinutes: windowMinutes === null ? "" : String(windowMinutes),
    labels: labels.map(labelLine).join("\n"),
    services: services.join("\n"),
    ...Object.fromEntries(sources.map((kind) => [`source-${kind}`, "on"])),
    ...Object.fromEntries(severities.map((each) => [`severity-${each}`, "on"])),
  };
}

export const SEVERITY_CHOICES = [...SEVERITIES, "none"] as const;

/** Which alerts a rule is for, in one sentence. */
export function conditionsText({ sources, labels, services, severities }: RuleConditions): string {
  const parts = [
    sources.length > 0 && `from ${either(sources.map((kind) => SOURCE_NAMES[kind]))}`,
    services.length > 0 && `of ${either(services)}`,
    severities.length > 0 && `with ${either(severities.map(severityText))}`,
    ...labels.map(labelText),
  ].filter((part) => part !== false);
  return parts.length === 0 ? "All alerts" : `Alerts ${parts.join(", ")}`;
}

const severityText = (severity: Severity | "none") =>
  severity === "none" ? "no severity" : severity;

const labelText = ({ name, pattern, isNot }: LabelTest) =>
  `where ${name} ${isNot ? "is not" : "is"} “${pattern}”`;

const either = (words: string[]) => words.join(" or ");

/** What a rule does, in one sentence. */
export function deedText({ deed, severity, joins, windowMinutes, closes }: Omit<Rule, "name">) {
  if (deed === "drop") return "are dropped.";
  if (deed === "wait") return "wait for a person.";
  const within = windowMinutes === null ? "" : ` within ${windowMinutes} minutes`;
  const joining = `join the open incident of ${JOIN_NAMES[joins]}${within}`;
  const otherwise =
    deed === "attach"
      ? "wait where there is none"
      : `else declare one as ${severity ?? "their own severity"}`;
  return `${joining}, ${otherwise}. Once all are resolved: ${lowered(CLOSES_NAMES[closes])}.`;
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

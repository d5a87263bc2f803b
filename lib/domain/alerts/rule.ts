import type { Severity } from "../incident";
import type { SourceKind } from "./source";
import { fits } from "./glob";

/** What a rule does with an alert that it is for. */
export const RULE_DEEDS = ["declare", "attach", "wait", "drop"] as const;
export type RuleDeed = (typeof RULE_DEEDS)[number];

export const RULE_DEED_NAMES: Record<RuleDeed, string> = {
  declare: "Declare an incident, or join the one that is open",
  attach: "Join the incident that is open, else wait",
  wait: "Wait for a person",
  drop: "Drop it",
};

/** What an alert has in common with the incident that it joins; each one holds the ones before it. */
export const JOINS = ["key", "group", "service"] as const;
export type Join = (typeof JOINS)[number];

export const JOIN_NAMES: Record<Join, string> = {
  key: "the very same alert",
  group: "the same group of its source",
  service: "the same service",
};

/** What happens when the last alert of an incident is resolved. */
export const CLOSES = ["nothing", "timeline", "monitoring", "resolve"] as const;
export type Closes = (typeof CLOSES)[number];

export const CLOSES_NAMES: Record<Closes, string> = {
  nothing: "Nothing",
  timeline: "Tell the timeline",
  monitoring: "Go to “monitoring”",
  resolve: "Resolve it, if a rule declared it and nobody did anything",
};

/** A label's name and the pattern that its value fits, or must not fit. A label that is not there is empty. */
export type LabelTest = { name: string; pattern: string; isNot: boolean };

/** All of these hold; an empty list asks for nothing. */
export type RuleConditions = {
  sources: SourceKind[];
  labels: LabelTest[];
  /** Patterns, of which the alert's service fits one. */
  services: string[];
  severities: (Severity | "none")[];
};

/** What rules look at. */
export type RuledAlert = {
  kind: SourceKind;
  labels: Record<string, string>;
  service: string | null;
  severity: Severity | null;
};

export function isFor(
  { sources, labels, services, severities }: RuleConditions,
  alert: RuledAlert,
) {
  return (
    (sources.length === 0 || sources.includes(alert.kind)) &&
    (severities.length === 0 || severities.includes(alert.severity ?? "none")) &&
    (services.length === 0 || services.some((service) => fits(service, alert.service ?? ""))) &&
    labels.every(({ name, pattern, isNot }) => fits(pattern, labelOf(alert, name)) !== isNot)
  );
}

const labelOf = ({ labels }: Pick<RuledAlert, "labels">, name: string): string =>
  Object.hasOwn(labels, name) ? (labels[name] ?? "") : "";

/** The first rule, in their order, that is for this alert. */
export const ruleFor = <Rule extends { conditions: RuleConditions }>(
  rules: readonly Rule[],
  alert: RuledAlert,
): Rule | undefined => rules.find(({ conditions }) => isFor(conditions, alert));

const LONGEST_TITLE = 200;

type TitledAlert = Pick<RuledAlert, "labels" | "service" | "severity"> & { title: string };

/**
 * The title of an incident that a rule declares: `{title}`, `{service}`, `{severity}` and `{labels.NAME}`
 * stand for what the alert says. The alert's own title, where nothing is left.
 */
export function titleFrom(template: string, alert: TitledAlert): string {
  const filled = template.replace(/\{([^{}]{1,200})\}/g, (whole, name: string) => {
    if (name === "title") return alert.title;
    if (name === "service") return alert.service ?? "";
    if (name === "severity") return alert.severity ?? "";
    return name.startsWith("labels.") ? labelOf(alert, name.slice("labels.".length)) : whole;
  });
  return oneLine(filled) || oneLine(alert.title) || "Alert";
}

/** A text on one line, as long as a title may be. */
function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  const characters = Array.from(line.slice(0, 2 * LONGEST_TITLE));
  return characters.length <= LONGEST_TITLE
    ? line
    : `${characters.slice(0, LONGEST_TITLE - 1).join("")}…`;
}

const FALLBACK: Severity = "SEV3";

/** The severity that a rule declares with: its own, or the alert's. */
export const severityFrom = (chosen: Severity | null, alert: { severity: Severity | null }) =>
  chosen ?? alert.severity ?? FALLBACK;

/** As many incidents as rules declare within this time; what comes beyond waits for a person. */
export const STORM = { incidents: 5, minutes: 10 } as const;

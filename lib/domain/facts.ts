import type { IncidentRecord, Json, JsonObject, RecordImpact, RecordSignals } from "./record";

export const REVENUE_IMPACTS = ["none", "low", "medium", "high", "critical"] as const;
export const DEGRADATIONS = ["none", "minor", "partial", "major", "complete"] as const;

type FactKind = "line" | "text" | "lines" | "word" | "flag" | "percentage" | "number";

export type FactDefinition = {
  label: string;
  /** Where it stands in the record. */
  path: readonly string[];
  kind: FactKind;
  /** The usual words; the set is open. */
  words?: readonly string[];
  isRequired?: true;
};

/** What people state about an incident in forms, and where its record keeps it. */
export const FACTS = {
  title: { label: "Title", path: ["incident", "title"], kind: "line", isRequired: true },
  service: { label: "Service", path: ["incident", "service"], kind: "line" },
  affected_services: {
    label: "Also affected",
    path: ["incident", "affected_services"],
    kind: "lines",
  },
  revenue_impact: {
    label: "Revenue impact",
    path: ["impact", "revenue_impact"],
    kind: "word",
    words: REVENUE_IMPACTS,
  },
  affected_users_percentage: {
    label: "Users affected, in %",
    path: ["impact", "affected_users_percentage"],
    kind: "percentage",
  },
  degradation_type: {
    label: "Degradation",
    path: ["impact", "degradation_type"],
    kind: "word",
    words: DEGRADATIONS,
  },
  customer_facing: {
    label: "Customer-facing",
    path: ["impact", "customer_facing"],
    kind: "flag",
  },
  workaround_available: {
    label: "Workaround",
    path: ["impact", "workaround_available"],
    kind: "flag",
  },
  data_integrity_risk: {
    label: "Data integrity risk",
    path: ["impact", "data_integrity_risk"],
    kind: "flag",
  },
  security_breach: { label: "Security breach", path: ["impact", "security_breach"], kind: "flag" },
  affected_regions: {
    label: "Affected regions",
    path: ["impact", "affected_regions"],
    kind: "lines",
  },
  error_rate_percentage: {
    label: "Error rate, in %",
    path: ["signals", "error_rate_percentage"],
    kind: "percentage",
  },
  latency_p99_ms: {
    label: "Latency p99, in ms",
    path: ["signals", "latency_p99_ms"],
    kind: "number",
  },
  alert_count: { label: "Alerts", path: ["signals", "alert_count"], kind: "number" },
  customer_reports: {
    label: "Customer reports",
    path: ["signals", "customer_reports"],
    kind: "number",
  },
  affected_endpoints: {
    label: "Affected endpoints",
    path: ["signals", "affected_endpoints"],
    kind: "lines",
  },
  dependent_services: {
    label: "Dependent services",
    path: ["signals", "dependent_services"],
    kind: "lines",
  },
  root_cause: { label: "Root cause", path: ["resolution", "root_cause"], kind: "text" },
  contributing_factors: {
    label: "Contributing factors",
    path: ["resolution", "contributing_factors"],
    kind: "lines",
  },
  permanent_fix: { label: "Permanent fix", path: ["resolution", "permanent_fix"], kind: "text" },
  customers_affected: {
    label: "Affected users",
    path: ["resolution", "customer_impact", "affected_users"],
    kind: "number",
  },
  failed_transactions: {
    label: "Failed transactions",
    path: ["resolution", "customer_impact", "failed_transactions"],
    kind: "number",
  },
  revenue_lost: {
    label: "Revenue impact, in US$",
    path: ["resolution", "customer_impact", "revenue_impact_usd"],
    kind: "number",
  },
  data_loss: {
    label: "Data loss",
    path: ["resolution", "customer_impact", "data_loss"],
    kind: "flag",
  },
} as const satisfies Record<string, FactDefinition>;

export type Fact = keyof typeof FACTS;
/** Facts as a form holds them: each as text, empty where nothing is recorded. */
export type FactTexts = Partial<Record<Fact, string>>;

const DEFINITIONS: Record<Fact, FactDefinition> = FACTS;
export const FACT_NAMES = Object.keys(FACTS).filter(isFact);
export const definitionOf = (fact: Fact): FactDefinition => DEFINITIONS[fact];

export function isFact(name: string): name is Fact {
  return Object.hasOwn(FACTS, name);
}

/** What can be asked while an incident runs, and what the severity is computed from. */
export const IMPACT_FACTS = FACT_NAMES.filter((fact) => FACTS[fact].path[0] === "impact");
export const SIGNAL_FACTS = FACT_NAMES.filter((fact) => FACTS[fact].path[0] === "signals");
export const RESOLUTION_FACTS = FACT_NAMES.filter((fact) => FACTS[fact].path[0] === "resolution");
export const RATED_FACTS = [...IMPACT_FACTS, ...SIGNAL_FACTS];
export const SERVICE_FACTS = ["service", "affected_services"] as const satisfies Fact[];

/** The record's facts as texts. */
export function factTexts(record: IncidentRecord, facts: readonly Fact[]): FactTexts {
  return Object.fromEntries(facts.map((fact) => [fact, textOf(valueAt(record, FACTS[fact].path))]));
}

/** The record with these facts; whatever else it holds stays as it is. An empty text takes its fact out. */
export function withFacts(record: IncidentRecord, texts: FactTexts): IncidentRecord {
  return FACT_NAMES.reduce((changed, fact) => {
    const text = texts[fact];
    return text === undefined
      ? changed
      : put(changed, DEFINITIONS[fact].path, valueOf(DEFINITIONS[fact], text));
  }, record);
}

const BLANK: IncidentRecord = {
  incident: { id: "", title: "", severity: "SEV3", status: "", declared_at: "" },
};

/** What a severity is computed from, as far as the texts say it well. */
export function ratedSections(texts: FactTexts): {
  impact?: RecordImpact;
  signals?: RecordSignals;
} {
  const sound = RATED_FACTS.flatMap((fact) => {
    const text = texts[fact] ?? "";
    return text.trim() === "" || factProblem(fact, text) ? [] : [[fact, text]];
  });
  const { impact, signals } = withFacts(BLANK, Object.fromEntries(sound));
  return { impact, signals };
}

/** What forbids this text as a fact, in words; `undefined` if nothing. */
export function factProblem(fact: Fact, text: string): string | undefined {
  const { kind, label, isRequired } = definitionOf(fact);
  if (text.trim() === "") return isRequired ? `${label} must not be empty.` : undefined;
  if (kind === "line" && /[\n\t]/.test(text)) return "Use one line.";
  if (kind === "flag" && text !== "yes" && text !== "no") return "Choose yes or no.";
  const number = kind === "number" || kind === "percentage" ? Number(text) : 0;
  if (!Number.isFinite(number) || number < 0) return "Write a number that is not below 0.";
  return kind === "percentage" && number > 100 ? "Write a number from 0 to 100." : undefined;
}

/** Texts that differ only in line ends and in space around them are one. */
export const plainText = (text: string) => text.replace(/\r\n?/g, "\n").trim();

function valueOf({ kind }: FactDefinition, text: string): Json | undefined {
  const plain = plainText(text);
  if (plain === "") return undefined;
  if (kind === "lines") return linesOf(text);
  if (kind === "flag") return plain === "yes";
  return kind === "number" || kind === "percentage" ? Number(plain) : plain;
}

/** One entry a line; a line that begins with two spaces goes on with the entry before it. */
function linesOf(text: string): string[] {
  return plainText(text)
    .split(/\n(?! {2})/)
    .flatMap((entry) => entry.replaceAll("\n  ", "\n").trim() || []);
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (!Array.isArray(value)) return typeof value === "object" ? "" : String(value);
  return value.map((entry) => textOf(entry).replaceAll("\n", "\n  ")).join("\n");
}

function valueAt(record: JsonObject, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, field) => (isObject(value) ? value[field] : undefined),
    record,
  );
}

function put<Item extends JsonObject>(
  object: Item,
  [field, ...rest]: readonly string[],
  value: Json | undefined,
): Item {
  if (field === undefined) return object;
  const inner = object[field];
  const next = rest.length === 0 ? value : put(isObject(inner) ? inner : {}, rest, value);
  const changed = { ...object, [field]: next };
  if (next === undefined) Reflect.deleteProperty(changed, field);
  return changed;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

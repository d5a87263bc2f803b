import { FACTS, IMPACT_FACTS, factTexts, type Fact } from "./facts";
import type { BlockFact } from "./live-block";
import type { IncidentRecord } from "./record";

const SHOWN: Fact[] = [
  ...IMPACT_FACTS,
  "customers_affected",
  "failed_transactions",
  "revenue_lost",
  "data_loss",
];

/** What the record says about who was hurt and how, each with its unit: `Users affected`, `35 %`. */
export function impactFacts(record: IncidentRecord): BlockFact[] {
  const texts = factTexts(record, SHOWN);
  return SHOWN.flatMap((fact) => {
    const text = texts[fact] ?? "";
    const [label = "", unit] = FACTS[fact].label.split(", in ");
    if (text === "") return [];
    return [{ label: LABELS[fact] ?? label, value: valueOf(fact, text, unit) }];
  });
}

const LABELS: Partial<Record<Fact, string>> = {
  revenue_impact: "Revenue impact, as rated",
  customers_affected: "Users affected, counted",
};

function valueOf(fact: Fact, text: string, unit: string | undefined): string {
  const { kind } = FACTS[fact];
  if (kind === "lines") return text.replaceAll(/\n(?! {2})/g, ", ").replaceAll(/\s+/g, " ");
  if (kind === "word" || kind === "flag") {
    const words = text.replaceAll("_", " ");
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
  const count = Number(text);
  const shown = Number.isFinite(count) ? count.toLocaleString("en") : text;
  return unit === undefined ? shown : `${shown} ${unit}`;
}

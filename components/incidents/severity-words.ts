import type { Severity } from "@/lib/domain/incident";
import type { Dimension } from "@/lib/domain/severity";

export const SEVERITY_MEANINGS: Record<Severity, string> = {
  SEV1: "Many customers are down, or data or money is at risk.",
  SEV2: "A core function is impaired for many.",
  SEV3: "A partial loss, or one that could grow.",
  SEV4: "Minor; a workaround exists.",
};

export const DIMENSION_WORDS: readonly { dimension: Dimension; name: string }[] = [
  { dimension: "revenue_impact", name: "Revenue impact" },
  { dimension: "user_impact_scope", name: "User impact" },
  { dimension: "data_security_risk", name: "Data and security" },
  { dimension: "service_criticality", name: "Service criticality" },
  { dimension: "blast_radius", name: "Blast radius" },
];

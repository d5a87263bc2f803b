import { SEVERITIES, type Severity } from "../incident";

const WORDS: Record<Severity, string[]> = {
  SEV1: ["critical", "crit", "fatal", "emergency", "disaster", "page", "blocker"],
  SEV2: ["high", "error", "major", "severe", "urgent"],
  SEV3: ["warning", "warn", "medium", "moderate", "average"],
  SEV4: ["low", "info", "information", "informational", "notice", "minor", "debug", "none"],
};

/** What a source adds to a severity of an alert that only warns. */
export const WARNS = "(warning)";

/**
 * What a source's word for how bad an alert is means here; `null` for words that nobody knows. P1 to P4 are SEV1
 * to SEV4, and P5 is SEV4 too. A monitor that only warns counts one less than its priority.
 */
export function alertSeverity(text: string | undefined): Severity | null {
  if (text === undefined) return null;
  const word = text.toLowerCase();
  if (!word.endsWith(WARNS)) return meaningOf(word);
  const whole = meaningOf(word.slice(0, -WARNS.length));
  return whole && (SEVERITIES[SEVERITIES.indexOf(whole) + 1] ?? whole);
}

function meaningOf(text: string): Severity | null {
  const word = text.trim();
  const level = /^(?:sev|severity|p|prio|priority)?[\s_:-]*([1-5])(?:\D|$)/.exec(word)?.[1];
  if (level !== undefined) return SEVERITIES[Math.min(Number(level), 4) - 1] ?? null;
  return SEVERITIES.find((severity) => WORDS[severity].includes(word)) ?? null;
}

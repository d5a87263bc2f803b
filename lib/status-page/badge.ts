import { COMPONENT_STATUS_LABELS, type ComponentStatus } from "@/lib/domain/component";
import type { Impact } from "@/lib/domain/site";
import { escapeXml } from "./xml";

const COLOURS: Record<ComponentStatus | Impact, string> = {
  operational: "#15803d",
  none: "#15803d",
  degraded_performance: "#a16207",
  minor: "#a16207",
  partial_outage: "#c2410c",
  major: "#c2410c",
  major_outage: "#b91c1c",
  critical: "#b91c1c",
  under_maintenance: "#1d4ed8",
  maintenance: "#1d4ed8",
};

const CHARACTER = 7;
const PADDING = 12;

/** A small picture that says a state in words, with a title for who cannot see it. */
export function badgeOf(label: string, words: string, state: ComponentStatus | Impact): string {
  const left = widthOf(label);
  const right = widthOf(words);
  const [name, said] = [escapeXml(label), escapeXml(words)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="22" role="img" aria-labelledby="t"><title id="t">${name}: ${said}</title><rect width="${left}" height="22" fill="#3f3f46"/><rect x="${left}" width="${right}" height="22" fill="${COLOURS[state]}"/><g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle"><text x="${left / 2}" y="15">${name}</text><text x="${left + right / 2}" y="15">${said}</text></g></svg>`;
}

const widthOf = (text: string): number => Array.from(text).length * CHARACTER + PADDING;

export const componentBadge = ({
  name,
  status,
}: {
  name: string;
  status: ComponentStatus;
}): string => badgeOf(name, COMPONENT_STATUS_LABELS[status], status);

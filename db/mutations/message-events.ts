import type { Audience } from "@/lib/domain/incident";

/** How the timeline's row about a message begins. */
export function announcement(audience: Audience, status: string): string {
  const capital = status.charAt(0).toUpperCase() + status.slice(1);
  if (audience === "external") return `Status page updated: ${capital} - `;
  return audience === "stakeholders" ? "Stakeholders told: " : "Internal note: ";
}

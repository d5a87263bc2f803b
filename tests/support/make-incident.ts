import { declareIncident, type Declaration } from "@/db/mutations/incidents";
import { makeViewer } from "./make";

export const NOON = Date.UTC(2026, 0, 5, 12);

let submissions = 0;

/** An incident that was declared in the portal at noon on 5 January 2026; answers its key. */
export function makeIncident(overrides: Partial<Declaration> = {}, now = NOON): string {
  submissions += 1;
  const declaration = {
    title: "Checkout is slow",
    severity: "SEV2",
    submissionKey: `submission-${submissions}`,
    ...overrides,
  } as const;
  return declareIncident(makeViewer(), declaration, now).key;
}

import type { Severity } from "./incident";

/** What a severity asks of the people who respond; times in minutes. */
export type Cadence = {
  respondWithin: number;
  updateEvery: number;
  escalateAfter: number;
  statusPage: boolean;
  bridge: boolean;
  executivesWithin: number | null;
  postmortemRequired: boolean;
};

export const CADENCES: Record<Severity, Cadence> = {
  SEV1: {
    respondWithin: 5,
    updateEvery: 15,
    escalateAfter: 15,
    statusPage: true,
    bridge: true,
    executivesWithin: 15,
    postmortemRequired: true,
  },
  SEV2: {
    respondWithin: 15,
    updateEvery: 30,
    escalateAfter: 30,
    statusPage: true,
    bridge: true,
    executivesWithin: null,
    postmortemRequired: true,
  },
  SEV3: {
    respondWithin: 30,
    updateEvery: 60,
    escalateAfter: 120,
    statusPage: false,
    bridge: false,
    executivesWithin: null,
    postmortemRequired: false,
  },
  SEV4: {
    respondWithin: 120,
    updateEvery: 240,
    escalateAfter: 480,
    statusPage: false,
    bridge: false,
    executivesWithin: null,
    postmortemRequired: false,
  },
};

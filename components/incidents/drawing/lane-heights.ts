import type { LaneId } from "./marks";

/** In pixels. */
export const LANE_HEIGHTS: Record<LaneId, number> = {
  phases: 54,
  gaps: 24,
  events: 34,
  external: 36,
  stakeholders: 36,
  internal: 36,
  deployments: 26,
  "error-rate": 56,
};

import type { Milestone } from "@/lib/domain/milestones";

export const MILESTONE_WORDS: Record<Milestone, string> = {
  started: "Started",
  detected: "Detected",
  declared: "Declared",
  mitigated: "Mitigated",
  resolved: "Resolved",
};

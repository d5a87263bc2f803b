import type { MetricName } from "@/lib/domain/metrics";
import type { Milestone } from "@/lib/domain/milestones";

export const METRIC_WORDS: Record<MetricName, string> = {
  time_to_detect: "Time to detect",
  time_to_declare: "Time to declare",
  time_to_mitigate: "Time to mitigate",
  time_to_resolve: "Time to resolve",
  duration: "Duration",
};

export const MILESTONE_WORDS: Record<Milestone, string> = {
  started: "Started",
  detected: "Detected",
  declared: "Declared",
  mitigated: "Mitigated",
  resolved: "Resolved",
};

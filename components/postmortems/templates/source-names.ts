import type { DraftSource } from "@/lib/domain/template";

/** What a section begins with, in words for whoever makes templates. */
export const SOURCE_NAMES: Record<DraftSource, string> = {
  summary: "What happened, in short",
  impact: "Who and what was affected",
  timeline: "The events, by day",
  root_cause: "The root cause and the fix",
  contributing_factors: "The contributing factors",
  detection: "How it was noticed",
  response: "People, times, phases and steps",
  went_well: "Targets met and promises kept",
  went_wrong: "Targets and promises missed",
  lucky: "A question about luck",
  action_items: "The list of action items",
  open_questions: "What the record leaves open",
};

import type { FactorCategory } from "./coverage";
import type { Picks } from "./milestones";

/** What people decided about an incident beyond what its record says. */
export type Choices = {
  milestones?: Picks;
  /** By the factor's index in `resolution.contributing_factors`. */
  factorCategories?: Record<number, FactorCategory>;
  /** Indexes of the action items that answer a factor; an empty list says that none does. */
  factorActions?: Record<number, number[]>;
  /** When the postmortem was published, in UTC milliseconds. */
  publishedAt?: number;
  /** By the message's index in `communications`, in UTC milliseconds; beats what the text promises. */
  nextUpdateDueAt?: Record<number, number>;
};

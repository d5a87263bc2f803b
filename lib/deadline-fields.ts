import { z } from "zod";
import { optional, requiredLine } from "./fields";

/** What forms hold about a deadline. */
export const deadlineFields = {
  deadline: optional(requiredLine("Choose a day.")),
  deadlineReason: optional(requiredLine("Say why it is another day.", 500)),
  noDeadline: z
    .literal("1")
    .optional()
    .transform((ticked) => ticked !== undefined),
};

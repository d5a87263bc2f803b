import { z } from "zod";
import { passcodeProblem } from "@/lib/domain/passcode";
import { SHARE_SECTIONS, SHARE_WORDINGS } from "@/lib/domain/share-choice";
import { SHARE_LINK_DAYS } from "@/lib/domain/share-link";
import { listOf, optional, requiredLine } from "@/lib/fields";

const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

/** What a form says of what a link shows, and for whom. */
export const shareFields = {
  label: requiredLine("Say who the link is for.", 80),
  sections: listOf(z.enum(SHARE_SECTIONS)),
  wording: z.enum(SHARE_WORDINGS),
  money: ticked,
  postmortem: ticked,
};

/** For how many days; where nothing is chosen, as many as is usual or as before. */
export const optionalDays = optional(
  z.coerce.number("Choose a number of days.").int().min(1).max(SHARE_LINK_DAYS.most),
);

/** Left empty for none, or for the one before. */
export const passcodeField = optional(
  z.string().check(
    z.superRefine<string>((passcode, context) => {
      const problem = passcodeProblem(passcode);
      if (problem) context.addIssue({ code: "custom", message: problem });
    }),
  ),
);

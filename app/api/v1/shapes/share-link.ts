import { z } from "zod";
import { incidentKey, line, numberInPath, shownTime } from "@/lib/api/fields";
import { passcodeProblem } from "@/lib/domain/passcode";
import { SHARE_SECTIONS, SHARE_WORDINGS } from "@/lib/domain/share-choice";
import { SHARE_LINK_DAYS } from "@/lib/domain/share-link";

/** The path of everything about one share link. */
export const ofLink = z.strictObject({ key: incidentKey, id: numberInPath("The link’s id.") });

const shown = {
  label: z.string(),
  sections: z.array(z.enum(SHARE_SECTIONS)),
  wording: z.enum(SHARE_WORDINGS),
  showsMoney: z.boolean(),
  showsPostmortem: z.boolean(),
};

export const shareLink = z
  .object({
    id: z.int(),
    ...shown,
    state: z.enum(["active", "expired", "revoked"]),
    hasPasscode: z.boolean(),
    createdBy: z.string(),
    createdAt: shownTime,
    expiresAt: shownTime,
    revokedAt: shownTime.nullable(),
    rotatedAt: shownTime.nullable(),
  })
  .meta({ id: "ShareLink" });

/** A link as it is told once to whoever made it. */
export const freshLink = shareLink
  .extend({
    key: z.string(),
    url: z.string().nullable().meta({
      description: "What opens it. It is told once: a repeated request has `null`.",
    }),
  })
  .meta({ id: "FreshShareLink" });

export const receipts = z
  .object({
    views: z.int(),
    lastViewedAt: shownTime.nullable(),
    days: z.array(z.object({ day: z.string(), views: z.int() })),
    followers: z.int(),
  })
  .meta({ id: "Receipts", description: "How often and when; nobody is told who." });

export const shareQuestion = z
  .object({
    id: z.int(),
    text: z.string(),
    asker: z.string().nullable(),
    askedAt: shownTime,
    label: z.string().meta({ description: "The link through which it came." }),
    answer: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: shownTime.nullable(),
  })
  .meta({ id: "ShareQuestion" });

/** What is chosen for a link. */
export const linkChoice = {
  label: line("Say who the link is for.", 80),
  sections: shown.sections.max(SHARE_SECTIONS.length),
  wording: shown.wording,
  showsMoney: shown.showsMoney,
  showsPostmortem: shown.showsPostmortem,
  days: z.int().min(1).max(SHARE_LINK_DAYS.most).meta({
    description: "For how many days it works from now on.",
  }),
};

export const passcode = z.string().check(
  z.superRefine<string>((typed, context) => {
    const problem = passcodeProblem(typed);
    if (problem) context.addIssue({ code: "custom", message: problem });
  }),
);

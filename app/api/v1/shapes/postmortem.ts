import { z } from "zod";
import { incidentKey, numberInPath, shownTime } from "@/lib/api/fields";
import { SEVERITIES } from "@/lib/domain/incident";
import { POSTMORTEM_STATES, VERDICTS } from "@/lib/domain/postmortem";

export const ofThread = z.strictObject({
  key: incidentKey,
  thread: numberInPath("The id of the thread’s first comment."),
});

const state = z.enum(POSTMORTEM_STATES);

export const listedPostmortem = z
  .object({
    key: z.string().meta({ description: "The key of its incident." }),
    title: z.string(),
    severity: z.enum(SEVERITIES),
    status: z.string(),
    state: state.nullable().meta({ description: "`null` where nobody has moved it yet." }),
    version: z.int().nullable().meta({ description: "`null` where nobody has begun it." }),
    updatedBy: z.string().nullable(),
    updatedAt: shownTime.nullable(),
    edition: z.int().nullable().meta({ description: "The newest published edition." }),
    isRequired: z.boolean(),
    isOverdue: z.boolean(),
  })
  .meta({ id: "ListedPostmortem" });

const reviewer = z
  .object({
    userId: z.int(),
    name: z.string(),
    askedBy: z.string(),
    dueAt: shownTime,
    verdict: z.enum(VERDICTS).nullable(),
    note: z.string().nullable(),
    version: z.int().nullable().meta({ description: "The version of which this was said." }),
    decidedAt: shownTime.nullable(),
  })
  .meta({ id: "Reviewer" });

export const postmortem = z
  .object({
    key: z.string(),
    title: z.string(),
    body: z.string().meta({ description: "Markdown." }),
    version: z.int().meta({ description: "The newest saved version." }),
    mark: z.string().meta({ description: "Tells this very text from any other." }),
    updatedBy: z.string(),
    updatedAt: shownTime,
    state,
    reason: z.string().nullable().meta({ description: "Why none is needed, where none is." }),
    edition: z.int().nullable().meta({ description: "The newest published edition." }),
    showsRoles: z.boolean().meta({ description: "Readers see roles in place of names." }),
    reviewers: z.array(reviewer),
  })
  .meta({ id: "Postmortem" });

export const standing = z
  .object({
    state,
    reason: z.string().nullable(),
    changedBy: z.string().nullable(),
    changedAt: shownTime.nullable(),
  })
  .meta({ id: "PostmortemStanding" });

export const listedRevision = z
  .object({ version: z.int(), author: z.string(), createdAt: shownTime })
  .meta({ id: "ListedRevision" });

export const revision = listedRevision.extend({ body: z.string() }).meta({ id: "Revision" });

export const listedEdition = z
  .object({
    number: z.int(),
    version: z.int().meta({ description: "The version that it was made of." }),
    note: z.string().nullable(),
    showsRoles: z.boolean(),
    publishedBy: z.string(),
    publishedAt: shownTime,
  })
  .meta({ id: "ListedEdition" });

export const edition = listedEdition.extend({ body: z.string() }).meta({ id: "Edition" });

const remark = {
  id: z.int(),
  author: z.string(),
  body: z.string(),
  createdAt: shownTime,
  editedAt: shownTime.nullable(),
};

export const thread = z
  .object({
    ...remark,
    quote: z.string().meta({ description: "The words that it is about; empty for the whole." }),
    resolvedAt: shownTime.nullable(),
    resolvedBy: z.string().nullable(),
    replies: z.array(z.object(remark)),
  })
  .meta({ id: "CommentThread" });

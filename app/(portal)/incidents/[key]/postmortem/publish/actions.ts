"use server";

import { z } from "zod";
import { publishEdition } from "@/db/mutations/editions";
import {
  publishReport,
  retractReport,
  sharePostmortem,
  unsharePostmortem,
} from "@/db/mutations/publications";
import { defineAction } from "@/lib/action";
import { env } from "@/lib/env";
import { optional, requiredText } from "@/lib/fields";
import { requireLayable } from "./layable";

const key = z.string().max(200);
const count = z.coerce.number().int().min(0);
const seen = z.string().max(100);
const note = optional(requiredText("Say what changed.", 500));
const numbers = z.preprocess(
  (given) => (given === undefined ? [] : [given].flat()),
  z.array(z.coerce.number().int().min(0)).max(500),
);

const outside = { key, edition: count, seen, stands: seen, sections: numbers };
const backTo = ({ key }: { key: string }) =>
  `/incidents/${encodeURIComponent(key)}/postmortem/publish`;

export const publishEditionAction = defineAction({
  needs: "postmortem:publish",
  input: z.strictObject({
    key,
    edition: count,
    seen,
    note,
    withoutApproval: z.literal("yes").optional(),
  }),
  run: (viewer, { withoutApproval, ...publishing }) =>
    publishEdition(viewer, { ...publishing, withoutApproval: withoutApproval === "yes" }),
  next: (_, input) => backTo(input),
});

export const sharePostmortemAction = defineAction({
  needs: "share-link:manage",
  input: z.strictObject({ ...outside, links: numbers }),
  run: async (viewer, choice) => {
    await requireLayable(viewer, choice.key);
    return sharePostmortem(viewer, { ...choice, portal: env().baseUrl });
  },
  next: (_, input) => backTo(input),
});

export const unsharePostmortemAction = defineAction({
  needs: "share-link:manage",
  input: z.strictObject({ key, link: count }),
  run: unsharePostmortem,
});

export const publishReportAction = defineAction({
  needs: "incident:publish",
  input: z.strictObject({ ...outside, note }),
  run: async (viewer, choice) => {
    await requireLayable(viewer, choice.key);
    return publishReport(viewer, { ...choice, portal: env().baseUrl });
  },
  next: (_, input) => backTo(input),
});

export const retractReportAction = defineAction({
  needs: "incident:publish",
  input: z.strictObject({ key }),
  run: retractReport,
});

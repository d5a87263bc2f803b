import { z } from "zod";
import { requireLayable } from "@/app/(portal)/incidents/[key]/postmortem/publish/layable";
import { publishReport, retractReport } from "@/db/mutations/publications";
import {
  findPublicReport,
  outsideSource,
  outsideTextOf,
  standingMarkOf,
} from "@/db/queries/publication";
import { shownTime, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { NotFoundError } from "@/lib/domain/error";
import { choicesIn } from "@/lib/domain/publication/sections";
import type { Viewer } from "@/lib/domain/viewer";
import { env } from "@/lib/env";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";

const about = {
  tags: ["Postmortems"],
  needs: "incident:publish",
  scope: "postmortems:write",
  params: ofIncident,
} as const;
const sections = z
  .array(z.int().min(0).max(500))
  .max(500)
  .meta({ description: "The sections that go out, by their place in the newest edition, from 0." });

const report = z
  .object({
    publicId: z.string().meta({ description: "The incident’s id on the public page." }),
    report: z
      .object({
        edition: z.int(),
        body: z.string(),
        note: z.string().nullable(),
        publishedBy: z.string(),
        updatedAt: shownTime,
      })
      .nullable()
      .meta({ description: "`null` while there is none." }),
  })
  .meta({ id: "PublicReport" });

const get = defineOperation({
  ...about,
  id: "getReport",
  method: "GET",
  path: "/incidents/{key}/postmortem/report",
  summary: "Get what the public page shows of a postmortem",
  needs: "portal:read",
  scope: "postmortems:read",
  answer: report,
  run: (viewer, { params: { key } }) => reportOf(viewer, key),
});

const preview = defineOperation({
  ...about,
  id: "previewReport",
  method: "POST",
  path: "/incidents/{key}/postmortem/report/previews",
  summary: "See what the public page would show of a postmortem",
  scope: "postmortems:read",
  body: z.strictObject({ sections: sections.default([]) }),
  answer: z
    .object({
      edition: z.int(),
      choices: z
        .array(z.object({ index: z.int(), title: z.string(), isInternal: z.boolean() }))
        .meta({ description: "Every section; internal ones are usually for members alone." }),
      text: z.string().meta({ description: "Markdown." }),
      problems: z.array(z.string()).meta({ description: "Why it may not go out." }),
      leftOut: z.array(z.string()).meta({ description: "What does not go along." }),
      mark: z.string().meta({ description: "Tells this very text from any other." }),
    })
    .meta({ id: "ReportPreview" }),
  prepare: (viewer, { params }) => requireLayable(viewer, params.key),
  run: (viewer, { params: { key }, body }) => outsideOf(viewer, key, body.sections),
});

const publish = defineOperation({
  ...about,
  id: "publishReport",
  method: "PUT",
  path: "/incidents/{key}/postmortem/report",
  summary: "Put sections of a postmortem on the public page",
  description: "In place of what stands there. The mark is that of the preview.",
  body: z.strictObject({
    sections,
    mark: z.string().max(200),
    note: text("Say what changed.", 500)
      .optional()
      .meta({ description: "What changed for readers; needed from the second time on." }),
  }),
  answer: report,
  seen: get,
  prepare: (viewer, { params }) => requireLayable(viewer, params.key),
  run(viewer, { params: { key }, body: { mark, ...choice } }) {
    const { edition } = outsideOf(viewer, key, choice.sections);
    const stands = standingMarkOf(requireSeen(viewer, key).id, "public");
    const portal = env().baseUrl;
    publishReport(viewer, { key, edition, seen: mark, stands, portal, ...choice });
    return reportOf(viewer, key);
  },
});

const retract = defineOperation({
  ...about,
  id: "retractReport",
  method: "DELETE",
  path: "/incidents/{key}/postmortem/report",
  summary: "Take a postmortem off the public page",
  seen: get,
  run: (viewer, { params }) => retractReport(viewer, params),
});

export const REPORT_OPERATIONS = [get, preview, publish, retract];

function reportOf(viewer: Viewer, key: string) {
  const page = findPublicReport(requireSeen(viewer, key).id);
  if (!page) throw new NotFoundError(`${key} is not on the public page.`);
  return { publicId: page.publicId, report: page.report ?? null };
}

function outsideOf(viewer: Viewer, key: string, chosen: number[]) {
  const { id } = requireSeen(viewer, key);
  const choice = { outside: "public", sections: chosen, portal: env().baseUrl } as const;
  const published = outsideTextOf(id, choice);
  const source = outsideSource(id);
  if (!published || !source) throw new NotFoundError("No edition of it was published to members.");
  return { ...published, mark: published.seen, choices: choicesIn(source.body) };
}

import { z } from "zod";
import {
  addComment,
  reopenThread,
  replyToComment,
  resolveThread,
} from "@/db/mutations/postmortem-comments";
import { listThreads } from "@/db/queries/postmortem-comments";
import { text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { listOf, pageQuery, pageWithin } from "@/lib/api/page";
import { NotFoundError } from "@/lib/domain/error";
import type { Viewer } from "@/lib/domain/viewer";
import { requireSeen } from "../find-incident";
import { ofIncident } from "../shapes/incident";
import { ofThread, thread } from "../shapes/postmortem";

const about = {
  tags: ["Postmortems"],
  needs: "postmortem:review",
  scope: "postmortems:write",
  answer: thread,
} as const;
const reading = { needs: "portal:read", scope: "postmortems:read" } as const;
const body = text("Write the comment.", 5000);

const list = defineOperation({
  ...about,
  ...reading,
  id: "listThreads",
  method: "GET",
  path: "/incidents/{key}/postmortem/threads",
  summary: "List what was said about a postmortem",
  params: ofIncident,
  query: z.strictObject(pageQuery),
  answer: listOf(thread),
  run: (viewer, { params: { key }, query }) =>
    pageWithin(listThreads(requireSeen(viewer, key).id), query, ({ id }) => id),
});

const get = defineOperation({
  ...about,
  ...reading,
  id: "getThread",
  method: "GET",
  path: "/incidents/{key}/postmortem/threads/{thread}",
  summary: "Get a thread about a postmortem",
  params: ofThread,
  run: (viewer, { params }) => threadOf(viewer, params.key, params.thread),
});

const begin = defineOperation({
  ...about,
  id: "beginThread",
  method: "POST",
  path: "/incidents/{key}/postmortem/threads",
  summary: "Comment on a postmortem",
  params: ofIncident,
  body: z.strictObject({
    quote: z
      .string()
      .max(5000)
      .default("")
      .meta({ description: "Words of the text as readers see them; empty for the whole." }),
    body,
  }),
  run(viewer, { params: { key }, body: said }) {
    const { id } = addComment(viewer, { key, ...said, prefix: "", suffix: "" });
    return threadOf(viewer, key, id);
  },
});

const reply = defineOperation({
  ...about,
  id: "replyToThread",
  method: "POST",
  path: "/incidents/{key}/postmortem/threads/{thread}/replies",
  summary: "Answer a comment on a postmortem",
  params: ofThread,
  body: z.strictObject({ body }),
  run(viewer, { params, body: said }) {
    replyToComment(viewer, { ...params, ...said });
    return threadOf(viewer, params.key, params.thread);
  },
});

const settle = defineOperation({
  ...about,
  id: "settleThread",
  method: "PATCH",
  path: "/incidents/{key}/postmortem/threads/{thread}",
  summary: "Resolve a thread, or open it again",
  params: ofThread,
  body: z.strictObject({ isResolved: z.boolean() }),
  seen: get,
  run(viewer, { params, body: { isResolved } }) {
    if (isResolved) resolveThread(viewer, params);
    else reopenThread(viewer, params);
    return threadOf(viewer, params.key, params.thread);
  },
});

export const THREAD_OPERATIONS = [list, begin, get, settle, reply];

function threadOf(viewer: Viewer, key: string, wanted: number) {
  const found = listThreads(requireSeen(viewer, key).id).find(({ id }) => id === wanted);
  if (!found) throw new NotFoundError("This thread is not there.");
  return found;
}

import { z } from "zod";
import { answerCheck, setCheck } from "@/db/mutations/checks";
import { givenDay, text } from "@/lib/api/fields";
import { defineOperation } from "@/lib/api/operation";
import { CHECK_RESULTS } from "@/lib/domain/action-item";
import type { Viewer } from "@/lib/domain/viewer";
import { action, ofAction, shownWhole } from "../shapes/action";
import { getAction, itemOf } from "./action-items";

const about = {
  tags: ["Action items"],
  needs: "action-item:edit",
  scope: "actions:write",
  params: ofAction,
  answer: action,
} as const;

const plan = defineOperation({
  ...about,
  id: "planCheck",
  method: "PUT",
  path: "/actions/{id}/check",
  summary: "Say what is to be looked at later, and when",
  description: "Both as `null` say that nothing is. `If-Match` names the item’s ETag.",
  body: z.strictObject({
    text: text("Say what is to be looked at.", 500).nullable(),
    due: givenDay.nullable(),
  }),
  seen: getAction,
  run(viewer, { params: { id }, body }) {
    const seen = checkOf(viewer, id);
    setCheck(viewer, { id, seen, text: body.text ?? undefined, due: body.due ?? undefined });
    return shownWhole(itemOf(viewer, id));
  },
});

const answer = defineOperation({
  ...about,
  id: "answerCheck",
  method: "POST",
  path: "/actions/{id}/check/answers",
  summary: "Say whether it helped",
  body: z.strictObject({
    result: z.enum(CHECK_RESULTS),
    note: text("Say what you saw.", 1000),
    reopens: z
      .boolean()
      .default(false)
      .meta({ description: "Where it failed: whether the work is to be done again." }),
  }),
  run(viewer, { params: { id }, body }) {
    answerCheck(viewer, { id, seen: checkOf(viewer, id), ...body });
    return shownWhole(itemOf(viewer, id));
  },
});

export const ACTION_CHECK_OPERATIONS = [plan, answer];

function checkOf(viewer: Viewer, id: number) {
  const { checkText, checkDue, checkResult } = itemOf(viewer, id);
  return { text: checkText, due: checkDue, result: checkResult };
}

"use server";

import { z } from "zod";
import { changeFacts } from "@/db/mutations/facts";
import { addAnswer, categorizeFactor, linkFactor } from "@/db/mutations/factor-choices";
import { addFactor, editFactor, moveFactor, removeFactor } from "@/db/mutations/factors";
import {
  addWhyChain,
  editWhyChain,
  insertWhyChain,
  removeWhyChain,
} from "@/db/mutations/why-chains";
import { defineAction } from "@/lib/action";
import { FACTOR_CATEGORIES } from "@/lib/domain/coverage";
import { MOST_WHYS } from "@/lib/domain/why-chain";
import { factTexts, seenFacts, withFactFields } from "@/lib/fact-fields";
import { deadlineFields } from "@/lib/deadline-fields";
import { optional, requiredLine, requiredText } from "@/lib/fields";
import { withNumbered } from "@/lib/numbered-fields";

const key = z.string().max(200);
const factor = z.string().max(20_000);
const place = z.coerce.number().int().min(0);
const version = z.coerce.number().int().min(0);
const words = requiredText("Write what made it possible, worse or longer.", 1000);
const postmortemOf = (incident: string) => `/incidents/${encodeURIComponent(incident)}/postmortem`;
const pathOf = (incident: string, anchor: string) => `${postmortemOf(incident)}/causes${anchor}`;

export const changeRootCauseAction = defineAction({
  needs: "incident:update",
  input: z.preprocess(withFactFields, z.strictObject({ key, seen: seenFacts, facts: factTexts })),
  run: (viewer, edit) => changeFacts(viewer, edit),
  next: (_, input) => pathOf(input.key, "#root-cause"),
});

export const addFactorAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({ key, factor: words }),
  run: addFactor,
  next: (data, input) => pathOf(input.key, `#factor-${data.place}`),
});

export const editFactorAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({ key, factor, place, words }),
  run: editFactor,
  next: (data, input) => pathOf(input.key, `#factor-${data.place}`),
});

export const moveFactorAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({
    key,
    factor,
    place,
    step: z.enum(["up", "down"]).transform((word) => (word === "up" ? -1 : 1)),
  }),
  run: moveFactor,
});

export const removeFactorAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({ key, factor, place }),
  run: removeFactor,
  next: (_, input) => pathOf(input.key, "#factors"),
});

export const categorizeFactorAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject({
    key,
    factor,
    version,
    category: optional(z.enum(FACTOR_CATEGORIES, "Choose a category.")),
  }),
  run: categorizeFactor,
});

/** The fields of the actions that are ticked are named like `actions.7`. */
export const linkFactorAction = defineAction({
  needs: "postmortem:edit",
  input: z.preprocess(
    withNumbered("actions"),
    z
      .strictObject({
        key,
        factor,
        version,
        actions: z.record(z.string().regex(/^\d{1,15}$/), z.string()),
        intent: z.enum(["link", "none", "propose"]).default("link"),
      })
      .transform(({ intent, actions, ...chosen }) => ({
        ...chosen,
        actions: {
          link: Object.keys(actions).map(Number),
          none: [],
          propose: undefined,
        }[intent],
      })),
  ),
  run: linkFactor,
});

const answer = z.strictObject({
  key,
  factor: optional(factor),
  section: optional(requiredLine("Name the section.")),
  title: requiredText("Give the action item a title.", 2000),
  owner: optional(requiredLine("Name the owner.")),
  priority: optional(requiredLine("Choose a priority.")),
  type: optional(requiredLine("Choose a type.")),
  ...deadlineFields,
});

/** From a form of the page. */
export const addAnswerAction = defineAction({
  needs: "action-item:edit",
  input: answer,
  run: addAnswer,
  next: (_, input) => pathOf(input.key, "#coverage"),
});

/** From a dialog, which stays where it is. */
export const createActionAction = defineAction({
  needs: "action-item:edit",
  input: answer,
  run: addAnswer,
});

const chain = {
  key,
  problem: requiredText("Say what went wrong.", 1000),
  answers: z
    .record(z.string().regex(/^[0-6]$/), optional(requiredText("Write the answer.", 1000)))
    .transform((texts) => Array.from({ length: MOST_WHYS }, (_, index) => texts[index] ?? "")),
};
const seenChain = { key, id: z.coerce.number().int(), version };

export const addWhyChainAction = defineAction({
  needs: "postmortem:edit",
  input: z.preprocess(withNumbered("answers"), z.strictObject(chain)),
  run: addWhyChain,
  next: ({ id }, input) => pathOf(input.key, `#why-${id}`),
});

export const editWhyChainAction = defineAction({
  needs: "postmortem:edit",
  input: z.preprocess(withNumbered("answers"), z.strictObject({ ...chain, ...seenChain })),
  run: editWhyChain,
});

export const removeWhyChainAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject(seenChain),
  run: removeWhyChain,
  next: (_, input) => pathOf(input.key, "#whys"),
});

export const insertWhyChainAction = defineAction({
  needs: "postmortem:edit",
  input: z.strictObject(seenChain),
  run: insertWhyChain,
  next: (_, input) => postmortemOf(input.key),
});

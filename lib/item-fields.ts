import { z } from "zod";
import { ITEM_FIELDS } from "@/lib/domain/item-text";
import { jsonOf, optional, requiredLine, requiredText } from "./fields";

const LONGEST = 10_000;

/** Left empty it takes the text out; a form without the field says nothing about it. */
const text = <Schema extends z.ZodType<string>>(schema: Schema) =>
  optional(schema).transform((typed) => typed ?? "");

/** What people write in an item, as its page's forms send it. */
export const itemTexts = {
  title: text(requiredText("Give the action item a title.", 2000)),
  description: text(requiredText("Describe it.", LONGEST)),
  owner: text(requiredLine("Name the owner.")),
  team: text(z.string().regex(/^[1-9]\d{0,14}$/, "Choose a team.")),
  priority: text(requiredLine("Choose a priority.")),
  type: text(requiredLine("Choose a type.")),
  ticketUrl: text(requiredLine("Write the ticket’s address.", 2000)),
  ticketKey: text(requiredLine("Write the ticket’s key.", 100)),
};

/** The same as their writer saw them; of a field that is not among these, nothing is changed. */
export const seenTexts = jsonOf(z.partialRecord(z.enum(ITEM_FIELDS), z.string().max(2 * LONGEST)));

import type { RecordActionItem } from "../record";
import type { Facts } from "./facts";
import { unanswered } from "./lessons";
import { recurrences } from "./recurrences";
import { fact, field, isSaid, liveBlock, quoted, todo } from "./text";

const MOST_REQUESTS = 20;

/** The list itself is a live block: until the text is published, actions come, move and end. */
export function actionItems(facts: Facts): string[] {
  const items = facts.record.action_items ?? [];
  const missing = items.flatMap((item, index) => [
    ...(isSaid(item.owner) ? [] : [request("Name an owner", item, `action_items[${index}].owner`)]),
    ...(isSaid(item.deadline)
      ? []
      : [request("Set a deadline", item, `action_items[${index}].deadline`)]),
  ]);
  return [
    liveBlock("action-items"),
    ...(items.length > 0
      ? []
      : [todo("Add an action with an owner and a deadline; the record has none.")]),
    ...missing.slice(0, MOST_REQUESTS),
    ...unanswered(facts),
    ...recurrences(facts),
  ];
}

const request = (what: string, { title }: RecordActionItem, path: string): string =>
  todo(fact(`${what} for “${quoted(title, 200)}”`, field(path)));

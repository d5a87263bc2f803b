import type { RecordActionItem } from "../record";
import type { Facts } from "./facts";
import { unanswered } from "./lessons";
import { fact, field, isSaid, list, quoted, section, todo } from "./text";

const MOST_REQUESTS = 20;

export function actionItems(facts: Facts): string {
  const items = facts.record.action_items ?? [];
  const missing = items.flatMap((item, index) => [
    ...(isSaid(item.owner) ? [] : [request("Name an owner", item, `action_items[${index}].owner`)]),
    ...(isSaid(item.deadline)
      ? []
      : [request("Set a deadline", item, `action_items[${index}].deadline`)]),
  ]);
  return section("Action items", [
    ...list(items.map((item, index) => fact(line(item), field(`action_items[${index}]`)))),
    ...(items.length > 0
      ? []
      : [todo("Add an action with an owner and a deadline; the record has none.")]),
    ...missing.slice(0, MOST_REQUESTS),
    ...unanswered(facts),
  ]);
}

function line({ title, priority, owner, deadline, type, status }: RecordActionItem): string {
  const word = (text: string | null | undefined) => (isSaid(text) ? quoted(text, 100) : undefined);
  const details = [
    word(priority),
    word(type),
    word(owner) && `owner ${word(owner)}`,
    word(deadline) && `due ${word(deadline)}`,
    word(status),
  ].filter(Boolean);
  const what = quoted(title) || "No title";
  return details.length > 0 ? `${what} — ${details.join(", ")}` : what;
}

const request = (what: string, { title }: RecordActionItem, path: string): string =>
  todo(fact(`${what} for “${quoted(title, 200)}”`, field(path)));

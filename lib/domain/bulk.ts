import type { DeadlineText } from "./action-item";
import type { ActionItemStatus } from "./board";
import type { ClosingWords } from "./closing";
import { deadlineWish, type DeadlineWish } from "./deadline";
import type { ItemTexts } from "./item-text";

/** What a choice holds that takes away what the items have; an empty one leaves it. */
export const CLEARED = "-";

const SHARED_TEXTS = ["owner", "team", "priority", "type"] as const;
type SharedText = (typeof SHARED_TEXTS)[number];

/** What several items get at once; what is missing stays in each as it is. */
export type SharedChange = ClosingWords & {
  texts: Pick<ItemTexts, SharedText>;
  deadline?: DeadlineWish | undefined;
  status?: ActionItemStatus | undefined;
};

type SharedForm = ClosingWords &
  DeadlineText & { [Text in SharedText]?: string | undefined } & {
    status?: ActionItemStatus | undefined;
  };

/** The change that a form asks for, in which whatever was left empty stays. */
export function sharedChange(form: SharedForm): SharedChange {
  const { deadline, deadlineReason, noDeadline, status, evidenceKind, evidence, reason } = form;
  const isDated = deadline !== undefined || noDeadline;
  return {
    texts: Object.fromEntries(
      SHARED_TEXTS.flatMap((name) => {
        const text = form[name];
        return text === undefined ? [] : [[name, text === CLEARED ? "" : text]];
      }),
    ),
    deadline: isDated ? deadlineWish({ deadline, deadlineReason, noDeadline }, null) : undefined,
    status,
    evidenceKind,
    evidence,
    reason,
  };
}

export function isNoChange({ texts, deadline, status }: SharedChange): boolean {
  return Object.keys(texts).length === 0 && deadline === undefined && status === undefined;
}

const TICKED = /^item-([1-9]\d{0,14})$/;

/** The name of the field that says an item was ticked. */
export const tickOf = (id: number) => `item-${id}`;

/** The items that were ticked in a form, each with the version that was seen. */
export function tickedItems(form: Record<string, unknown>): { id: number; version: number }[] {
  return Object.entries(form).flatMap(([name, version]) => {
    const id = TICKED.exec(name)?.[1];
    return id === undefined ? [] : [{ id: Number(id), version: Number(version) }];
  });
}

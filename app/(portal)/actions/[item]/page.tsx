import { notFound } from "next/navigation";
import { ActionsNav } from "@/components/action-items/actions-nav";
import { ClosingPanel } from "@/components/action-items/closing-panel";
import { CheckSection } from "@/components/action-items/check/check-section";
import { DeadlineSection } from "@/components/action-items/deadlines/deadline-section";
import { ItemComments } from "@/components/action-items/item/item-comments";
import { ItemDetails } from "@/components/action-items/item/item-details";
import { ItemFactors } from "@/components/action-items/item/item-factors";
import { ItemForm } from "@/components/action-items/item/item-form";
import { ItemHeader } from "@/components/action-items/item/item-header";
import { ItemHistory } from "@/components/action-items/item/item-history";
import { ItemSource } from "@/components/action-items/item/item-source";
import { ItemText } from "@/components/action-items/item/item-text";
import { SnoozeSection } from "@/components/action-items/snooze/snooze-section";
import { findItem, type Item, type ItemComment } from "@/db/queries/action-item";
import { listOwners } from "@/db/queries/action-items";
import { itemGuide } from "@/db/queries/deadline-guide";
import { deadlineCourse } from "@/db/queries/deadline-policies";
import { listTeams } from "@/db/queries/teams";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { itemIdOf } from "@/lib/domain/action-item";
import { textsOf } from "@/lib/domain/item-text";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import { dayIn, DEFAULT_CALENDAR } from "@/lib/domain/working-days";
import { readMarkdown } from "@/lib/markdown/read";
import { closeItemAction, moveCardAction, reopenItemAction } from "../actions";
import { setDeadlineAction } from "../deadlines/actions";
import {
  addItemCommentAction,
  answerFactorAction,
  changeItemAction,
  deleteItemCommentAction,
  editItemCommentAction,
} from "./actions";
import { answerCheckAction, setCheckAction } from "./check/actions";
import { endSnoozeAction, snoozeItemAction } from "./snooze/actions";

const COMMENT_ACTIONS = {
  add: addItemCommentAction,
  edit: editItemCommentAction,
  remove: deleteItemCommentAction,
};

const MOVE_ACTIONS = { move: moveCardAction, close: closeItemAction, reopen: reopenItemAction };

type Asked = Record<string, string | string[] | undefined>;

type ItemPageProps = { params: Promise<{ item: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params }: ItemPageProps) {
  const viewer = await requireViewer();
  const item = itemNamed(viewer, (await params).item);
  return { title: item ? `AI-${item.id} ${item.title}` : "No page here" };
}

export default async function ItemPage({ params, searchParams }: ItemPageProps) {
  const viewer = await requireViewer();
  const item = itemNamed(viewer, (await params).item);
  if (!item) notFound();

  return (
    <>
      <ActionsNav />
      <ItemHeader item={item} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <Description viewer={viewer} item={item} />
        <div className="grid min-w-0 gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Work viewer={viewer} item={item} asked={await searchParams} />
        </div>
        <div className="grid min-w-0 gap-5">
          <Words viewer={viewer} item={item} />
        </div>
      </div>
    </>
  );
}

type PartProps = { viewer: Viewer; item: Item };

/** What is to be done, and the form that changes it. */
async function Description({ viewer, item }: PartProps) {
  return (
    <ItemText description={item.description ? await readMarkdown(item.description) : undefined}>
      {can(viewer, "action-item:edit") && (
        <ItemForm
          id={item.id}
          texts={textsOf(item)}
          deadline={item.deadline}
          owners={listOwners(viewer)}
          teams={listTeams()}
          ownTeam={item.ownTeam}
          action={changeItemAction}
        />
      )}
    </ItemText>
  );
}

/** What it answers, what was said of it, and what became of that. */
async function Words({ viewer, item }: PartProps) {
  return (
    <>
      <ItemFactors
        id={item.id}
        factors={item.factors}
        action={can(viewer, "postmortem:edit") ? answerFactorAction : undefined}
      />
      <ItemComments
        id={item.id}
        comments={await Promise.all(item.comments.map(readComment))}
        me={viewer.userId}
        actions={can(viewer, "action-item:comment") ? COMMENT_ACTIONS : undefined}
      />
      <ItemHistory item={item} />
    </>
  );
}

/** Whose work it is, until when, how it ended, and whether it helped. */
function Work({ viewer, item, asked }: PartProps & { asked: Asked }) {
  const canEdit = can(viewer, "action-item:edit");
  const today = dayIn(item.team?.team.zone ?? DEFAULT_CALENDAR.zone, utcNow());
  return (
    <>
      <ItemDetails
        item={item}
        now={utcNow()}
        takeAction={canEdit && item.isOthers ? changeItemAction : undefined}
      />
      <DeadlineSection
        item={item}
        course={deadlineCourse(item)}
        change={canEdit ? { guide: itemGuide(viewer, item), action: setDeadlineAction } : undefined}
      />
      <ClosingPanel
        item={item}
        asked={asked}
        actions={can(viewer, "action-item:move") ? MOVE_ACTIONS : undefined}
      />
      <CheckSection
        item={item}
        today={today}
        actions={canEdit ? { set: setCheckAction, answer: answerCheckAction } : undefined}
      />
      <SnoozeSection
        item={item}
        today={today}
        actions={canEdit ? { snooze: snoozeItemAction, end: endSnoozeAction } : undefined}
      />
      <ItemSource item={item} />
    </>
  );
}

async function readComment(comment: ItemComment) {
  return { ...comment, reading: await readMarkdown(comment.body) };
}

function itemNamed(viewer: Viewer, word: string) {
  const id = itemIdOf(word);
  return id === undefined ? undefined : findItem(viewer, id);
}

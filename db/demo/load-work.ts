import { addItemComment } from "@/db/mutations/action-item-comments";
import { changeItem } from "@/db/mutations/action-item-edits";
import { snoozeItem } from "@/db/mutations/action-item-snooze";
import { moveActionItem } from "@/db/mutations/action-items";
import { answerCheck, setCheck } from "@/db/mutations/checks";
import { listActionItemsOf } from "@/db/queries/action-items";
import { findIncidentByKey } from "@/db/queries/record";
import { END } from "@/lib/domain/board";
import { ticketKeyOf } from "@/lib/domain/ticket";
import { toUtc } from "@/lib/domain/time";
import type { Viewer } from "@/lib/domain/viewer";
import { responder } from "./load-review";
import type { Task, TaskLife } from "./story";

const DAY = 24 * 60 * 60_000;

export type Work = { tasks: Task[]; start: number };

type Place = { id: number; owner: Viewer; at: (day: number) => number };

/** Does what people did with an incident's tasks, in the name of their owners. */
export function loadWork(key: string, { tasks, start }: Work): void {
  const incident = findIncidentByKey(responder("system"), key);
  if (!incident) return;
  for (const { id, title } of listActionItemsOf(incident.id)) {
    const task = tasks.find((each) => each.title === title);
    if (!task?.since) continue;
    const at = (day: number) => start + day * DAY;
    const place = { id, owner: responder(task.owner ?? "system"), at };
    write(place, task.since);
    close(place, task.since);
    check(place, task.since);
    snooze(place, task.since);
  }
}

function write(
  { id, owner, at }: Place,
  { description = "", ticket = "", comments = [] }: TaskLife,
): void {
  const texts = { description, ticketUrl: ticket, ticketKey: ticketKeyOf(ticket) ?? "" };
  const seen = { description: "", ticketUrl: "", ticketKey: "" };
  if (description || ticket) changeItem(owner, { id, texts, seen }, at(1));
  for (const { day, by, body } of comments) addItemComment(responder(by), { id, body }, at(day));
}

function close({ id, owner, at }: Place, { done, dropped }: TaskLife): void {
  const move = { id, index: END };
  if (done) {
    const { kind, evidence, day } = done;
    moveActionItem(owner, { ...move, to: "done", evidenceKind: kind, evidence }, at(day));
  }
  if (dropped) {
    moveActionItem(owner, { ...move, to: "wont_do", reason: dropped.reason }, at(dropped.day));
  }
}

function check({ id, owner, at }: Place, { check, done }: TaskLife): void {
  if (!check) return;
  const { text, answer } = check;
  const due = dayOf(at(check.due));
  const none = { text: null, due: null, result: null };
  setCheck(owner, { id, seen: none, text, due }, at(done?.day ?? 1));
  if (!answer) return;
  const { day, result, note } = answer;
  const seen = { text, due, result: null };
  answerCheck(owner, { id, seen, result, note, reopens: result === "failed" }, at(day));
}

function snooze({ id, owner, at }: Place, { snoozed }: TaskLife): void {
  if (!snoozed) return;
  const { day, until, reason } = snoozed;
  snoozeItem(owner, { id, until: dayOf(at(until)), reason }, at(day));
}

const dayOf = (ms: number) => toUtc(ms).slice(0, 10);

import { eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { findNoticeNames } from "@/db/queries/noticed";
import { findWaiting, listReadersOf, type Notice } from "@/db/queries/notices";
import { notices } from "@/db/schema";
import type { NoticeKind } from "@/lib/domain/notice";
import { enqueue } from "./outbox";

type Circumstances = {
  /** Whether subscribers hear of demo data too. */
  withDemo: boolean;
};

const AT_ONCE = 100;

const SUBJECTS: Record<NoticeKind, string> = {
  incident_update: "Incident update",
  component_state: "Component state",
  maintenance_update: "Maintenance update",
  maintenance_reminder: "Maintenance reminder",
};

/**
 * Makes messages of what subscribers are to be told of, some, in a transaction of their own, the most
 * urgent and oldest first; answers whether more are to be made.
 */
export function tellSubscribers(now: number, circumstances: Circumstances): boolean {
  if (!findWaiting("mails")) return false; // so that looking takes no lock
  return transaction(() => {
    const waiting = findWaiting("webhooks");
    if (waiting) {
      postToWebhooks(waiting, now, circumstances);
      return true;
    }
    return mailSome(now);
  });
}

/** What is demo data, or was taken back before anybody could be told, becomes no messages. */
function postToWebhooks(notice: Notice, now: number, { withDemo }: Circumstances): void {
  const named = findNoticeNames(notice);
  if (!named || (named.isDemo && !withDemo)) return mark(notice, { postedAt: now, mailedAt: now });
  const all = { kind: "webhook", after: 0, most: Number.MAX_SAFE_INTEGER } as const;
  for (const reader of listReadersOf(notice, all)) {
    if (reader.isConcerned) give(notice, { ...reader, kind: "webhook" }, now);
  }
  mark(notice, { postedAt: now });
}

function mailSome(now: number): boolean {
  const notice = findWaiting("mails");
  if (!notice) return false;
  const after = notice.mailedUpTo;
  const readers = listReadersOf(notice, { kind: "mail", after, most: AT_ONCE });
  for (const reader of readers) {
    if (reader.isConcerned) give(notice, { ...reader, kind: "mail" }, now);
  }
  const isDone = readers.length < AT_ONCE;
  mark(notice, { mailedUpTo: readers.at(-1)?.id ?? after, ...(isDone && { mailedAt: now }) });
  return true;
}

type Given = { id: number; address: string; kind: "mail" | "webhook" };

function give(notice: Notice, { id, address, kind }: Given, now: number): void {
  const message = {
    key: `notice_${notice.key}_${id}`,
    kind,
    recipient: address,
    subject: SUBJECTS[notice.kind],
    payload: { subscriber: "notice" },
    rank: notice.rank,
    subscriberId: id,
    noticeId: notice.id,
  };
  enqueue(message, now);
}

function mark({ id }: Notice, change: Partial<Notice>): void {
  db().update(notices).set(change).where(eq(notices.id, id)).run();
}

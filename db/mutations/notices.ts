import { nanoid } from "nanoid";
import { db } from "@/db/client";
import { notices } from "@/db/schema";
import { rankOf, type NoticedChange } from "@/lib/domain/notice";

/**
 * Has subscribers told of a public change, once however often it is called; within the change's own
 * transaction. The messages themselves are made later, some at a time.
 */
export function noticeOf({ kind, ...change }: NoticedChange, now = Date.now()): void {
  db()
    .insert(notices)
    .values({ ...change, kind, key: nanoid(), rank: rankOf(kind), createdAt: now })
    .onConflictDoNothing()
    .run();
}

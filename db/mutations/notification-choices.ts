import { db, transaction } from "@/db/client";
import { getOwnChoices } from "@/db/queries/notification-choices";
import { notificationChoices } from "@/db/schema";
import { changedFields } from "@/lib/domain/audit-detail";
import { DomainError } from "@/lib/domain/error";
import { HAPPENINGS } from "@/lib/domain/happenings";
import { choiceOf } from "@/lib/domain/hearing";
import { isTimeOfDay } from "@/lib/domain/quiet-hours";
import { isZone } from "@/lib/domain/team";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";

export type ChoicesEdit = {
  /** By happening; one that is missing is as usual. */
  choices: Record<string, string>;
  quietFrom?: string | undefined;
  quietUntil?: string | undefined;
  zone: string;
  sev1BreaksThrough: boolean;
};

/** Keeps what somebody wants to be told by mail, and when not. */
export function chooseNotifications(viewer: Viewer, edit: ChoicesEdit, now = Date.now()): void {
  const { quietFrom = null, quietUntil = null, zone, sev1BreaksThrough } = edit;
  for (const [field, time] of Object.entries({ quietFrom, quietUntil })) {
    if (time !== null && !isTimeOfDay(time)) {
      throw new DomainError("Write a time of the day such as 22:00.", field);
    }
  }
  if ((quietFrom === null) !== (quietUntil === null)) {
    const field = quietFrom === null ? "quietFrom" : "quietUntil";
    throw new DomainError("Quiet hours have a beginning and an end.", field);
  }
  if (quietFrom !== null && quietFrom === quietUntil) {
    throw new DomainError("Quiet hours end at another time than they begin.", "quietUntil");
  }
  if (!isZone(zone)) throw new DomainError("Choose a time zone such as Europe/Berlin.", "zone");

  const choices = Object.fromEntries(
    HAPPENINGS.map((happening) => [happening, choiceOf(happening, edit.choices[happening])]),
  );
  const chosen = { choices, quietFrom, quietUntil, zone, sev1BreaksThrough };
  transaction(() => {
    const before = getOwnChoices(viewer);
    db()
      .insert(notificationChoices)
      .values({ userId: viewer.userId, ...chosen, changedAt: now })
      .onConflictDoUpdate({
        target: notificationChoices.userId,
        set: { ...chosen, changedAt: now },
      })
      .run();
    const changed = changedFields(
      { ...before, ...before.choices, choices: null },
      { ...chosen, ...choices, choices: null },
    );
    recordAudit(viewer.name, "notification:choose", `user ${viewer.userId}`, changed);
  });
}

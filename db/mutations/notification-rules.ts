import { and, eq } from "drizzle-orm";
import { db, transaction } from "@/db/client";
import { listChannels, listRules } from "@/db/queries/channels";
import { notificationRules } from "@/db/schema";
import { ConflictError } from "@/lib/domain/error";
import { HAPPENING_NAMES } from "@/lib/domain/happenings";
import { matrixChanges, matrixTexts, type CellChange, type MatrixTexts } from "@/lib/domain/matrix";
import type { Viewer } from "@/lib/domain/viewer";
import { recordAudit } from "./audit";

export type MatrixEdit = { written: MatrixTexts; seen: MatrixTexts };

/** Says which channel is told of what. */
export function changeRules(viewer: Viewer, edit: MatrixEdit): void {
  transaction(() => {
    const channels = listChannels();
    const rules = listRules();
    const { changes, collided } = matrixChanges(channels, rules, edit);
    if (collided) {
      throw new ConflictError(
        "Someone else changed one of these meanwhile. What you chose is kept here: compare, then save again.",
        matrixTexts(channels, rules),
      );
    }
    if (changes.length === 0) return;
    for (const change of changes) putRule(change);
    const nameOf = ({ channelId, happening }: CellChange) =>
      `${channels.find(({ id }) => id === channelId)?.name}: ${HAPPENING_NAMES[happening]}`;
    recordAudit(viewer.name, "notification:change-rules", "notification rules", {
      before: Object.fromEntries(changes.map((change) => [nameOf(change), change.before || null])),
      after: Object.fromEntries(changes.map((change) => [nameOf(change), change.after])),
    });
  });
}

function putRule({ channelId, happening, after: downTo }: CellChange): void {
  const { channelId: channel, happening: what } = notificationRules;
  if (downTo === null) {
    const isRule = and(eq(channel, channelId), eq(what, happening));
    db().delete(notificationRules).where(isRule).run();
    return;
  }
  db()
    .insert(notificationRules)
    .values({ channelId, happening, downTo })
    .onConflictDoUpdate({ target: [channel, what], set: { downTo } })
    .run();
}

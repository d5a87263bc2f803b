import type { PublicIncident } from "@/db/queries/public/status-page";
import type { ComponentStatus } from "@/lib/domain/component";
import type { NextUpdateChoice } from "@/lib/domain/next-update";
import { nextUpdateDue, nextUpdateIn } from "@/lib/domain/next-update";
import { publicStatus, splitStatus } from "@/lib/domain/public-status";
import type { UpdateSubject } from "./update-subject";

export type PublicDraft = {
  message: string;
  /** The chosen status; empty to keep the present one. */
  status: string;
  nextUpdate: NextUpdateChoice;
  /** Chosen states by component id. */
  components: ReadonlyMap<number, ComponentStatus>;
};

/** The status page as it will be with a draft posted now. */
export function previewOf(subject: UpdateSubject, draft: PublicDraft, now: number) {
  const { page, otherActive, severity, isOver } = subject;
  const status = publicStatus(draft.status === "" ? subject.status : draft.status) ?? "resolved";
  const isLast = isOver || status === "resolved";
  const post = { audience: "external", message: draft.message, severity, at: now } as const;
  const dueAt = isLast ? undefined : nextUpdateDue(draft.nextUpdate, post);
  const changes = subject.components.flatMap(({ id, name, status: before }) => {
    const after = draft.components.get(id) ?? before;
    return after === before ? [] : [{ name, before, after }];
  });
  const incident: PublicIncident = {
    id: page?.id ?? "preview",
    title: page?.title ?? subject.title,
    status,
    startedAt: page?.startedAt ?? now,
    resolvedAt: status === "resolved" ? now : undefined,
    updates: [
      {
        id: "preview",
        status,
        body: splitStatus(draft.message).body,
        at: now,
        nextUpdateDueAt: dueAt ?? nextUpdateIn(draft.message, now),
        correctedAt: undefined,
        components: changes,
      },
    ],
  };
  return {
    incident,
    active: [...otherActive, ...(status === "resolved" ? [] : [incident])].toSorted(
      (a, b) => b.startedAt - a.startedAt,
    ),
    components: subject.components.map(({ id, name, status: before }) => ({
      name,
      status: draft.components.get(id) ?? before,
    })),
  };
}

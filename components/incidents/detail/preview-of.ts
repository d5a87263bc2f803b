import type { ComponentStatus } from "@/lib/domain/component";
import type { IncidentStatus } from "@/lib/domain/incident";
import type { NextUpdateChoice } from "@/lib/domain/next-update";
import { nextUpdateDue, nextUpdateIn } from "@/lib/domain/next-update";
import { publicStatus, splitStatus } from "@/lib/domain/public-status";
import { rollUp, type RollUp } from "@/lib/domain/roll-up";
import { impactOf, type Impact } from "@/lib/domain/site";
import type { UpdateSubject } from "./update-subject";

export type PublicDraft = {
  message: string;
  /** The chosen status; empty to keep the present one. */
  status: string;
  nextUpdate: NextUpdateChoice;
  /** Chosen states by component id. */
  components: ReadonlyMap<number, ComponentStatus>;
};

/** What the status page will say once a draft is posted. */
export type PublicPreview = {
  verdict: RollUp;
  title: string;
  status: IncidentStatus;
  impact: Impact;
  startedAt: number;
  at: number;
  body: string;
  nextUpdateDueAt: number | undefined;
  changes: { name: string; before: ComponentStatus; after: ComponentStatus }[];
};

/** The status page as it will be with a draft posted now. */
export function previewOf(subject: UpdateSubject, draft: PublicDraft, now: number): PublicPreview {
  const { page, otherActive, severity, isOver } = subject;
  const status = publicStatus(draft.status === "" ? subject.status : draft.status) ?? "resolved";
  const isLast = isOver || status === "resolved";
  const post = { audience: "external", message: draft.message, severity, at: now } as const;
  const dueAt = isLast ? undefined : nextUpdateDue(draft.nextUpdate, post);
  const components = subject.components.map(({ id, name, status: before }) => ({
    name,
    before,
    after: draft.components.get(id) ?? before,
  }));
  const changes = components.filter(({ before, after }) => before !== after);
  const impact = page?.impact ?? impactOf([{ changes: [...(page?.changes ?? []), ...changes] }]);
  return {
    verdict: rollUp(
      components.map(({ after }) => ({ status: after })),
      [...otherActive, ...(status === "resolved" ? [] : [{ impact }])],
    ),
    title: page?.title ?? subject.title,
    status,
    impact,
    startedAt: page?.startedAt ?? now,
    at: now,
    body: splitStatus(draft.message).body,
    nextUpdateDueAt: dueAt ?? nextUpdateIn(draft.message, now),
    changes,
  };
}

import type { Severity } from "./incident";
import { CADENCES } from "./cadence";
import type { PostmortemState, Verdict } from "./postmortem";

/** What somebody does to a postmortem on its way to its readers. */
export type ReviewStep = "ask" | "judge" | "withdraw" | "drop" | "require";

/** What a reviewer said, and of which version. */
export type Opinion = { name: string; verdict: Verdict | null; version: number | null };

/** The least that a reason has to say where a postmortem is required, in characters. */
export const LEAST_REASON = 40;
export const MOST_REASON = 2000;

const ALLOWED: Record<ReviewStep, readonly PostmortemState[]> = {
  ask: ["draft", "in_review", "approved", "published"],
  judge: ["in_review", "approved"],
  withdraw: ["in_review", "approved"],
  drop: ["draft", "in_review", "approved"],
  require: ["not_required"],
};

/** Why a step cannot be taken from where a postmortem stands, in words for whoever takes it. */
export function stepProblem(step: ReviewStep, state: PostmortemState): string | undefined {
  if (ALLOWED[step].includes(state)) return undefined;
  if (step === "require") return "This postmortem is required already.";
  if (state === "not_required")
    return "This postmortem is marked as not required. Take that back first.";
  if (step === "drop") return "This postmortem is published, so somebody needed it.";
  if (state === "published")
    return "This postmortem is published. Ask for a review of what was written since.";
  return "Nobody has asked for a review yet. Ask for one first.";
}

/** True when there is a reviewer, and each of them approves this version. */
export function isApproved(opinions: readonly Opinion[], version: number): boolean {
  return opinions.length > 0 && opinions.every((opinion) => approves(opinion, version));
}

const approves = (opinion: Opinion, version: number) =>
  opinion.verdict === "approved" && opinion.version === version;

/** Where a text stands once a reviewer has said what they think of a version. */
export function stateAfter(
  verdict: Verdict,
  opinions: readonly Opinion[],
  version: number,
): PostmortemState {
  if (verdict === "changes_requested") return "draft";
  return isApproved(opinions, version) ? "approved" : "in_review";
}

/** Who wrote a text, of the authors of its revisions, each of which may name several. */
export function writersOf(authors: readonly string[]): string[] {
  return [
    ...new Set(authors.flatMap((names) => names.split(",").map((name) => name.trim()))),
  ].filter(Boolean);
}

type Approval = {
  approver: string;
  writers: readonly string[];
  opinions: readonly Opinion[];
  version: number;
  /** How many others could review it. */
  others: number;
};

/** Why somebody cannot approve a text yet: alone they wrote it, and no other has approved it. */
export function ownApprovalProblem({
  approver,
  writers,
  opinions,
  version,
  others,
}: Approval): string | undefined {
  const isOwn = writers.length > 0 && writers.every((writer) => writer === approver);
  const isBacked = opinions.some((each) => each.name !== approver && approves(each, version));
  if (!isOwn || isBacked || others === 0) return undefined;
  return "You alone wrote this text. Somebody else has to approve it first.";
}

/** What is wrong with a reason for having no postmortem. */
export function reasonProblem(severity: Severity, reason: string): string | undefined {
  if (reason.trim() === "") return "Say why no postmortem is needed.";
  if (!CADENCES[severity].postmortemRequired || reason.trim().length >= LEAST_REASON)
    return undefined;
  return `${severity} incidents have a postmortem. Say in ${LEAST_REASON} characters or more why this one needs none.`;
}

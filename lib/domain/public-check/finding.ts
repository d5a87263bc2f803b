import type { Severity } from "../incident";
import type { RecordImpact } from "../record";

export const FINDING_KINDS = [
  "number",
  "service_unaffected",
  "service_unnamed",
  "status",
  "time",
  "promise",
  "promise_missing",
  "customers",
  "data",
  "leak",
  "review",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What the text says, what the record says, and what to ask whoever wrote it. */
export type Finding = { kind: FindingKind; quote: string; says: string; question: string };

/** A text for everyone, as it is about to go out; times in UTC milliseconds. */
export type CheckedPost = {
  text: string;
  /** The status that it is posted under. */
  status: string;
  at: number;
  /** When the next update is promised for. */
  dueAt: number | undefined;
};

export type KnownComponent = {
  name: string;
  /** The service that it stands for. */
  service: string | null;
  /** Does the post change its state? */
  isChanged: boolean;
};

/** What the record knows that a text can contradict. */
export type KnownFacts = {
  key: string;
  severity: Severity;
  impact: RecordImpact;
  /** Every error rate that was measured, in percent. */
  errorRates: number[];
  affectedUsers: number | undefined;
  dataLoss: boolean;
  /** The moments at which it may be said to have begun. */
  starts: number[];
  services: string[];
  otherServices: string[];
  components: KnownComponent[];
  /** Names of services as they are written inside: `payment-gateway`. */
  internalNames: string[];
  people: string[];
  earlierPosts: string[];
};

export type Rule = (post: CheckedPost, facts: KnownFacts) => Finding[];

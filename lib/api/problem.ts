/** Every way in which the API says no, with the status and the title of its problem document. */
export const PROBLEMS = {
  malformed: { status: 400, title: "The request is not well formed" },
  invalid: { status: 400, title: "The request does not fit the operation" },
  unauthorized: { status: 401, title: "The token is missing or does not work" },
  forbidden: { status: 403, title: "The token may not do this" },
  "not-found": { status: 404, title: "There is nothing here" },
  "method-not-allowed": { status: 405, title: "The address does not answer this method" },
  conflict: { status: 409, title: "Something else stands there now" },
  running: { status: 409, title: "The same request is being answered" },
  stale: { status: 412, title: "Somebody changed it meanwhile" },
  "too-large": { status: 413, title: "The body is too large" },
  "media-type": { status: 415, title: "The body is not JSON" },
  refused: { status: 422, title: "A rule forbids it" },
  unconfirmed: { status: 422, title: "Look at the findings first" },
  "key-reused": { status: 422, title: "The idempotency key was used for something else" },
  "condition-missing": { status: 428, title: "Say which version you saw" },
  "too-many": { status: 429, title: "Too many requests" },
  broken: { status: 500, title: "Something broke on our side" },
} as const;

export type ProblemKind = keyof typeof PROBLEMS;

export const PROBLEM_TYPE = "application/problem+json";

/** What the document of a problem holds besides its kind. */
export type ProblemDetails = {
  detail: string;
  /** What is wrong with single parts: a JSON pointer into the body, or a parameter's name. */
  errors?: { pointer?: string; parameter?: string; detail: string }[];
  /** What stands there now, of a conflict. */
  current?: unknown;
  /** What to look at, of what has to be confirmed: its keys go into `confirmed`. */
  findings?: unknown;
};

/** A refusal of the door's own, on its way to being a problem document. */
export class Problem extends Error {
  override name = "Problem";
  readonly details: ProblemDetails;
  constructor(
    readonly kind: ProblemKind,
    details: ProblemDetails | string,
    readonly headers: Record<string, string> = {},
  ) {
    const whole = typeof details === "string" ? { detail: details } : details;
    super(whole.detail);
    this.details = whole;
  }
}

/** Where the readable page explains this kind. */
export const problemType = (kind: ProblemKind) => `/docs/api#${kind}`;

/** The problem as RFC 9457 wants it. */
export const problemDocument = (kind: ProblemKind, details: ProblemDetails) => ({
  type: problemType(kind),
  ...PROBLEMS[kind],
  ...details,
});

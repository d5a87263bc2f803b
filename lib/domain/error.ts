import type { Finding } from "./public-check/finding";

/** A rule that says no, in words for the person who asked; `field` is the one that it is about. */
export class DomainError extends Error {
  override name = "DomainError";
  constructor(
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

/** Someone else changed the same thing first; `current` is what stands there now. */
export class ConflictError<Current> extends DomainError {
  override name = "ConflictError";
  constructor(
    message: string,
    readonly current: Current,
  ) {
    super(message);
  }
}

/** The thing is not there, or not for this viewer: both look the same. */
export class NotFoundError extends DomainError {
  override name = "NotFoundError";
}

/** It can be done once whoever asked has looked at these; none of them where it was only to be shown. */
export class UnconfirmedError extends DomainError {
  override name = "UnconfirmedError";
  constructor(
    message: string,
    readonly findings: Finding[],
  ) {
    super(message);
  }
}

/** Nothing can be stored at the moment, through no fault of whoever asked: it is worth trying again. */
export class UnwritableError extends DomainError {
  override name = "UnwritableError";
}

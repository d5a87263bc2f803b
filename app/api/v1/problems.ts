import { Problem, PROBLEM_TYPE, PROBLEMS, problemDocument } from "@/lib/api/problem";
import { ConflictError, DomainError, NotFoundError, UnconfirmedError } from "@/lib/domain/error";
import { findingKey } from "@/lib/domain/public-check";
import { log } from "@/lib/log";

/** What a client is told of an error; a bug says nothing about itself. */
export function problemFor(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NotFoundError) return new Problem("not-found", error.message);
  if (error instanceof ConflictError) {
    return new Problem("conflict", { detail: error.message, current: error.current });
  }
  if (error instanceof UnconfirmedError) {
    const findings = error.findings.map((finding) => ({ ...finding, key: findingKey(finding) }));
    return new Problem("unconfirmed", { detail: error.message, findings });
  }
  if (error instanceof DomainError) {
    const { message: detail, field } = error;
    const errors = field === undefined ? undefined : [{ pointer: pointerOf(field), detail }];
    return new Problem("refused", { detail, ...(errors && { errors }) });
  }
  log.error({ err: error }, "a request failed");
  return new Problem("broken", "Something broke on our side.");
}

const pointerOf = (field: string) => `/${field.replaceAll(".", "/")}`;

export const problemResponse = ({ kind, details, headers }: Problem) =>
  new Response(JSON.stringify(problemDocument(kind, details)), {
    status: PROBLEMS[kind].status,
    headers: { ...headers, "Content-Type": PROBLEM_TYPE, "Cache-Control": "no-store" },
  });

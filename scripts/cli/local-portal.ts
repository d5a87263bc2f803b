import { OPERATIONS } from "@/app/api/v1/operations/registry";
import { perform } from "@/app/api/v1/perform";
import { problemFor } from "@/app/api/v1/problems";
import { queryOf } from "@/lib/api/body";
import type { Caller } from "@/lib/api/caller";
import { findOperation } from "@/lib/api/match";
import { Problem, problemDocument } from "@/lib/api/problem";
import { DomainError } from "@/lib/domain/error";
import { SCOPE_NAMES } from "@/lib/domain/scopes";
import { operator } from "@/lib/domain/viewer";
import { problemShape, Refused, type Asked, type Answered } from "./portal";

const CALLER: Caller = { tokenId: 0, viewer: operator("command line"), scopes: SCOPE_NAMES };

/** The portal whose database is open here. Whoever can open it may do everything. */
export async function localPortal({ method, path, body, ifMatch }: Asked): Promise<Answered> {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  const match = findOperation(OPERATIONS, method, pathname);
  if (!match || !("operation" in match)) throw new Error(`${method} ${pathname} is no operation.`);
  const { operation, params } = match;
  const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
  try {
    const query = queryOf(searchParams);
    const done = await perform(operation, CALLER, { params, query, body: sent, ifMatch });
    return { body: answerOf(done.body, operation.mediaType), etag: done.headers.ETag };
  } catch (error) {
    throw error instanceof Problem || error instanceof DomainError ? refused(error) : error;
  }
}

const answerOf = (body: string | null, mediaType: string): unknown =>
  body !== null && mediaType === "application/json" ? JSON.parse(body) : body;

function refused(error: Problem | DomainError): Refused {
  const { kind, details } = problemFor(error);
  const document: unknown = JSON.parse(JSON.stringify(problemDocument(kind, details)));
  return new Refused(problemShape.parse(document));
}

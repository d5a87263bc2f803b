import { createHash } from "node:crypto";
import type { KeptAnswer } from "@/db/mutations/api-answers";
import { noteTokenUse } from "@/db/mutations/api-tokens";
import { recordRefusal } from "@/db/mutations/refusals";
import { findLiveToken } from "@/db/queries/auth/api-tokens";
import { bodyOf, queryOf } from "@/lib/api/body";
import type { Caller } from "@/lib/api/caller";
import { names } from "@/lib/api/etag";
import { findOperation } from "@/lib/api/match";
import type { Operation } from "@/lib/api/operation";
import { Problem } from "@/lib/api/problem";
import { countRequest, isGuessing } from "@/lib/api/rate";
import { addressOf } from "@/lib/auth/address";
import { log } from "@/lib/log";
import { originOf, withOrigin } from "@/lib/origin";
import { perform, type Request as Asked } from "./perform";
import { problemFor, problemResponse } from "./problems";

const ROOT = "/api/v1";

/** Answers one of these operations, if the token is for it and its owner may do it. */
export const answerWith = (operations: Operation[], request: Request): Promise<Response> =>
  throughDoor(request, (caller, headers) => answerTo(operations, caller, request, headers));

type Headers = Record<string, string>;

/**
 * The door for programs: a token that works, not too often. Cookies count for nothing here. The headers are
 * those that every answer has.
 */
export async function throughDoor(
  request: Request,
  answer: (caller: Caller, headers: Headers) => Promise<Response>,
): Promise<Response> {
  const headers: Headers = {};
  try {
    const caller = await callerOf(request);
    const rate = await countRequest(caller.tokenId);
    Object.assign(headers, rate.headers);
    if (rate.isOver)
      throw new Problem("too-many", "This token asked too often. Wait, then repeat this.");
    const origin = originOf(request.headers, `token ${caller.tokenId}`);
    return await withOrigin(origin, () => answer(caller, headers));
  } catch (error) {
    return withHeaders(problemResponse(problemFor(error)), headers);
  }
}

/** Whose token the request carries; a problem for every other. */
export async function callerOf(request: Request, now = Date.now()): Promise<Caller> {
  const given = /^Bearer ([\w.~+/-]{1,200}=*)$/i.exec(request.headers.get("authorization") ?? "");
  const token = given?.[1] === undefined ? undefined : findLiveToken(given[1], now);
  if (!token) return refuseStranger(request, given !== null);
  noteUse(token, now);
  return { tokenId: token.id, viewer: token.viewer, scopes: token.scopes };
}

/** Reading goes on where nothing can be written. */
function noteUse({ id, lastUsedAt }: { id: number; lastUsedAt: number | null }, now: number) {
  try {
    noteTokenUse(id, lastUsedAt, now);
  } catch (error) {
    log.warn({ err: error }, "the use of a token could not be noted");
  }
}

async function refuseStranger(request: Request, hasToken: boolean): Promise<never> {
  if (hasToken && (await isGuessing(addressOf(request.headers)))) {
    throw new Problem("too-many", "Too many tokens that do not work. Wait a minute.", {
      "Retry-After": "60",
    });
  }
  withOrigin(originOf(request.headers, "public"), () =>
    recordRefusal({
      actor: "a stranger",
      action: "door:api",
      object: `address ${pathOf(request)}`,
      detail: { why: hasToken ? "token" : "no token" },
    }),
  );
  throw new Problem(
    "unauthorized",
    hasToken
      ? "This token does not work: it is unknown, expired or revoked."
      : "Send a token: Authorization: Bearer …",
    { "WWW-Authenticate": hasToken ? 'Bearer error="invalid_token"' : "Bearer" },
  );
}

async function answerTo(
  operations: Operation[],
  caller: Caller,
  request: Request,
  headers: Headers,
): Promise<Response> {
  const { operation, params } = operationOf(operations, request);
  const url = new URL(request.url);
  const body = operation.method === "GET" ? { text: "", value: undefined } : await bodyOf(request);
  const asked = {
    params,
    query: queryOf(url.searchParams),
    body: body.value,
    once: keyOf(operation, request, body.text),
    ifMatch: request.headers.get("if-match") ?? undefined,
  };
  const done = await performNoted(operation, caller, asked, request);
  const shown = { ...headers, ...done.headers, "Cache-Control": "private, no-cache" };
  if (isKnown(request, done.headers.ETag)) {
    return new Response(null, { status: 304, headers: shown });
  }
  const link = nextPage(url, done.body);
  return new Response(request.method === "HEAD" ? null : done.body, {
    status: done.status,
    headers: {
      ...shown,
      ...(link && { Link: link }),
      ...(done.body !== null && { "Content-Type": operation.mediaType }),
    },
  });
}

function operationOf(operations: Operation[], request: Request) {
  const match = findOperation(operations, request.method, pathOf(request).slice(ROOT.length));
  if (!match) throw new Problem("not-found", "There is nothing at this address.");
  if ("operation" in match) return match;
  const allowed = match.allowed.join(", ");
  throw new Problem("method-not-allowed", `This address answers ${allowed}.`, { Allow: allowed });
}

/** The key that a POST may carry, with what the request asks for. */
function keyOf({ method }: Operation, request: Request, text: string) {
  const key = request.headers.get("idempotency-key");
  if (method !== "POST" || key === null) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Problem("malformed", "An Idempotency-Key has 1 to 255 letters, digits and signs.");
  }
  const { pathname, search } = new URL(request.url);
  const hash = createHash("sha256").update(`${pathname}${search}\n${text}`).digest("hex");
  return { key, requestHash: hash };
}

const isKnown = ({ method, headers }: Request, etag: string | undefined) => {
  const condition = headers.get("if-none-match");
  const isRead = method === "GET" || method === "HEAD";
  return isRead && condition !== null && etag !== undefined && names(condition, etag);
};

/** Where the next page of a list is, as a `Link`. */
function nextPage(url: URL, body: string | null): string | undefined {
  const cursor = /,"nextCursor":"([\w-]+)"\}$/.exec(body?.slice(-600) ?? "")?.[1];
  if (cursor === undefined) return undefined;
  const query = new URLSearchParams(url.searchParams);
  query.set("cursor", cursor);
  return `<${url.pathname}?${query}>; rel="next"`;
}

const pathOf = (request: Request) => new URL(request.url).pathname;

/** Does what was asked; that somebody may not is written down. */
export const performNoted = (
  operation: Operation,
  caller: Caller,
  asked: Asked,
  request: Request,
): Promise<KeptAnswer> =>
  perform(operation, caller, asked).catch((error: unknown) => {
    noteRefusal(operation, caller, request, error);
    throw error;
  });

function noteRefusal(operation: Operation, caller: Caller, request: Request, error: unknown): void {
  if (!(error instanceof Problem) || error.kind !== "forbidden") return;
  const { needs, scope } = operation;
  const detail = caller.scopes.includes(scope)
    ? { why: "role", role: caller.viewer.role }
    : { why: "scope", scope };
  const object = `address ${pathOf(request)}`;
  recordRefusal({ actor: caller.viewer.name, action: needs, object, detail });
}

export function withHeaders(response: Response, headers: Headers): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

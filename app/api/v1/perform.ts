import { transaction } from "@/db/client";
import {
  findAnswer,
  keepAnswer,
  type KeptAnswer,
  type RequestKey,
} from "@/db/mutations/api-answers";
import type { Caller } from "@/lib/api/caller";
import { requireMay } from "@/lib/api/caller";
import { etagOf, names } from "@/lib/api/etag";
import type { Accepted, Flaw, Given, Operation, Ready } from "@/lib/api/operation";
import { Problem } from "@/lib/api/problem";

/** What a request asks for, and what it says about repetitions and versions. */
export type Request = Given & {
  /** Of POST: does it once, however often it comes. */
  once?: { key: string; requestHash: string } | undefined;
  /** Of PUT, PATCH and DELETE: the ETag of what the writer saw. */
  ifMatch?: string | undefined;
};

/**
 * Does what a caller asks, if they may and if it is well formed. A change, the check of what its writer saw,
 * and the note of its idempotency key are one transaction.
 */
export async function perform(
  operation: Operation,
  caller: Caller,
  request: Request,
  now = Date.now(),
): Promise<KeptAnswer> {
  requireMay(caller, operation);
  const { viewer, tokenId } = caller;
  const accepted = accept(operation, request);
  if (operation.method === "GET")
    return answerOf(operation, (await accepted.prepare(viewer))(viewer));

  const once = request.once && { tokenId, ...request.once };
  const before = once && repeated(once, now);
  if (before) return before;
  return alone(once, async () => {
    const seen = operation.seen && (await seenIn(operation.seen, caller, request));
    const run = await accepted.prepare(viewer);
    return transaction(() => {
      const meanwhile = once && repeated(once, now);
      if (meanwhile) return meanwhile;
      seen?.();
      const done = run(viewer);
      const answer = answerOf(operation, done);
      const { repeated: kept = done.answer } = done;
      if (once) keepAnswer(once, answerOf(operation, { ...done, answer: kept }), now);
      return answer;
    });
  });
}

function accept(operation: Operation, given: Given): Accepted {
  const accepted = operation.accept(given);
  if (!Array.isArray(accepted)) return accepted;
  throw new Problem("invalid", { detail: "Check the request.", errors: accepted.map(shownFlaw) });
}

function shownFlaw({ place, path, message }: Flaw) {
  const steps = path.map((step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1"));
  return place === "body"
    ? { pointer: steps.map((step) => `/${step}`).join(""), detail: message }
    : { parameter: path.map(String).join("."), detail: message };
}

function answerOf(
  { status, method }: Operation,
  { answer, location }: ReturnType<Ready>,
): KeptAnswer {
  if (answer === undefined) return { status, headers: {}, body: null };
  const body = typeof answer === "string" ? answer : JSON.stringify(answer);
  const isOfThing = method !== "POST" || location !== undefined;
  const headers = {
    ...(isOfThing && { ETag: etagOf(body) }),
    ...(location !== undefined && { Location: `/api/v1${location}` }),
  };
  return { status, headers, body };
}

/** The check that the thing is still as the writer saw it, for inside the transaction. */
async function seenIn(get: Operation, caller: Caller, { params, ifMatch }: Request) {
  if (ifMatch === undefined) {
    throw new Problem(
      "condition-missing",
      "Send the ETag of what you read as If-Match, so that nobody’s change is lost.",
    );
  }
  const given = { params: namedBy(get, params), query: {}, body: undefined };
  const read = await accept(get, given).prepare(caller.viewer);
  return () => {
    const { ETag = "" } = answerOf(get, read(caller.viewer)).headers;
    if (names(ifMatch, ETag)) return;
    const detail = "Somebody changed it after you read it. Read it again, then repeat this.";
    throw new Problem("stale", detail, { ETag });
  };
}

/** Of the parts of an address those that another address has too. */
const namedBy = ({ path }: Operation, params: unknown) =>
  Object.fromEntries(Object.entries(params ?? {}).filter(([name]) => path.includes(`{${name}}`)));

function repeated(request: RequestKey, now: number): KeptAnswer | undefined {
  const before = findAnswer(request, now);
  if (!before) return undefined;
  if (before.requestHash !== request.requestHash) {
    throw new Problem(
      "key-reused",
      "Another request came with this Idempotency-Key. Choose a new one.",
    );
  }
  const headers = { ...before.headers, "Idempotency-Replayed": "true" };
  return { status: before.status, headers, body: before.body };
}

declare global {
  var musterApiRunning: Set<string> | undefined;
}

/** Runs it unless a request of the same key runs. */
async function alone<Value>(
  once: RequestKey | undefined,
  run: () => Promise<Value>,
): Promise<Value> {
  if (!once) return run();
  const running = (globalThis.musterApiRunning ??= new Set());
  const name = `${once.tokenId} ${once.key}`;
  if (running.has(name)) {
    throw new Problem("running", "The same request is still being done. Ask again in a moment.");
  }
  running.add(name);
  try {
    return await run();
  } finally {
    running.delete(name);
  }
}

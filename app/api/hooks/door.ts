import { refuseDelivery, takeDelivery } from "@/db/mutations/alert-deliveries";
import { recordRefusal } from "@/db/mutations/refusals";
import { findSourceByKey } from "@/db/queries/alert-sources";
import { deliveryOf, readDelivery, type Delivery } from "@/lib/alerts/delivery";
import { proofProblem } from "@/lib/alerts/proof";
import { waitAfter } from "@/lib/alerts/rate";
import { addressOf } from "@/lib/auth/address";
import { unseal } from "@/lib/auth/seal";
import { sourceContext, SOURCE_KINDS } from "@/lib/domain/alerts/source";
import { log } from "@/lib/log";
import { originOf, withOrigin } from "@/lib/origin";
import { hashToken } from "@/lib/token";
import { takenAnswer } from "./answers";

/** Larger deliveries are refused: what groups many alerts can be told to send fewer at once. */
const MOST_BYTES = 256 * 1024;

type Source = NonNullable<ReturnType<typeof findSourceByKey>>;

/**
 * The door for alerts: a key that is known, not too often, whole, and shown to be its source's. What cannot be read
 * is kept and taken, for whoever sends it could not mend it; what cannot be stored is to be sent again.
 */
export async function takeHook(request: Request, kind: string, key: string): Promise<Response> {
  try {
    const source = sourceOf(kind, key);
    if (!source) return await refuseStranger(request);
    const wait = await waitAfter("deliveries", String(source.id));
    if (wait !== undefined) return tooMany(wait);
    const body = Buffer.from(await request.arrayBuffer());
    const origin = originOf(request.headers, "public");
    return withOrigin(origin, () => takeFrom(source, request, body, Date.now()));
  } catch (error) {
    log.error({ err: error }, "a delivery of alerts could not be taken");
    return answer(503, "This cannot be stored at the moment. Send it again.", {
      "Retry-After": "5",
    });
  }
}

function sourceOf(kind: string, key: string): Source | undefined {
  const known = SOURCE_KINDS.find((each) => each === kind);
  return known && findSourceByKey(known, hashToken(key));
}

function takeFrom(source: Source, request: Request, body: Buffer, now: number): Response {
  const delivery = deliveryOf(source.kind, request.headers, body);
  if (body.length > MOST_BYTES) {
    return refuse(source, delivery, { status: 413, problem: "It has more than 256 KB." }, now);
  }
  const problem = proofProblem(withSecrets(source), { headers: request.headers, body }, now);
  if (problem !== undefined) return refuse(source, delivery, { status: 401, problem }, now);
  const read = readDelivery(source.kind, delivery);
  const { state } = takeDelivery(source, delivery, read, now);
  return takenAnswer(source.kind, state, read);
}

const withSecrets = ({ id, secret, formerSecret, ...source }: Source) => ({
  ...source,
  secrets: [secret, formerSecret].flatMap((sealed) =>
    sealed === null ? [] : [unseal(sealed, sourceContext(id))],
  ),
});

type Refusal = { status: number; problem: string };

function refuse(
  { id }: Source,
  delivery: Delivery,
  { status, problem }: Refusal,
  now: number,
): Response {
  refuseDelivery(id, delivery, problem, now);
  const detail = { why: status === 401 ? "proof" : "size" };
  recordRefusal({
    actor: "a stranger",
    action: "door:alerts",
    object: `alert source ${id}`,
    detail,
  });
  return answer(status, problem);
}

/** A key that is none, of another source, or of one that is switched off: all are answered the same. */
async function refuseStranger(request: Request): Promise<Response> {
  const wait = await waitAfter("wrongKeys", addressOf(request.headers));
  return wait === undefined ? answer(404, "There is nothing at this address.") : tooMany(wait);
}

const tooMany = (seconds: number) =>
  answer(429, "Too much at once. Wait, then send this again.", { "Retry-After": String(seconds) });

const answer = (status: number, error: string, headers: Record<string, string> = {}) =>
  Response.json({ error }, { status, headers: { ...headers, "Cache-Control": "no-store" } });

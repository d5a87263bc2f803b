import { appendUpdate, openText } from "@/db/mutations/postmortem-text";
import { findText } from "@/db/queries/postmortem-updates";
import { findIncidentByKey } from "@/db/queries/record";
import { getSessionId } from "@/lib/auth/viewer";
import { NotFoundError } from "@/lib/domain/error";
import type { Accepted } from "@/lib/domain/live-text";
import type { Viewer } from "@/lib/domain/viewer";
import { defineHandler } from "@/lib/handler";
import { lineStream } from "@/lib/live/stream";
import { MissingChanges } from "@/lib/postmortem-text/check";
import { dialect } from "@/lib/postmortem-text/dialect";
import { texts } from "./texts";

type Context = { params: Promise<{ key: string }> };

const STREAM = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};
/** What may wait for one page: a whole text with all that came and went in it. */
const MOST_WAITING = 32 * 1024 * 1024;
const BYTES = "application/octet-stream";

/** The stream of one open text, which begins with what the page lacks: `sv` says what it has. */
export const GET = defineHandler<Context>({
  needs: "postmortem:edit",
  run: async (viewer, request, { params }) => {
    const session = (await getSessionId()) ?? "";
    const refusal = texts().refusal(session);
    if (refusal) return refuse(refusal, "Too many texts are open. Close some of them.");
    const { searchParams } = new URL(request.url);
    const client = numberOf(searchParams.get("client"));
    const vector = bytesOf(searchParams.get("sv"));
    if (client === undefined) return refuse(400, "Say which page this is.");
    if (searchParams.get("dialect") !== dialect) {
      return refuse(409, "The portal was updated. Load this page anew to go on writing.");
    }

    const text = openText(viewer, (await params).key);
    if (request.method === "HEAD") return new Response(null, { headers: STREAM });
    const visit = { viewer, session, text, client, vector };
    const body = lineStream((line) => texts().join(visit, line), MOST_WAITING);
    return new Response(body, { headers: STREAM });
  },
});

/** Takes a change of the text named by `live`, or where the caret of the page named by `client` is. */
export const POST = defineHandler<Context>({
  needs: "postmortem:edit",
  run: async (viewer, request, { params }) => {
    const session = (await getSessionId()) ?? "";
    if (texts().isTooFast(session)) return refuse(429, "This is sent too often. Wait a moment.");
    if (request.headers.get("content-type") !== BYTES) return refuse(415, `Send ${BYTES}.`);
    const { key } = await params;
    const { searchParams } = new URL(request.url);
    const sent = new Uint8Array(await request.arrayBuffer());
    const client = numberOf(searchParams.get("client"));
    if (client === undefined) {
      return accept(viewer, { key, live: searchParams.get("live") ?? "", data: sent });
    }
    texts().point({ session, postmortemId: requireText(viewer, key), client, sent });
    return new Response(null, { status: 204 });
  },
});

/** Answers once the change is kept. */
function accept(viewer: Viewer, change: Parameters<typeof appendUpdate>[1]): Response {
  try {
    const { postmortemId, savedAt } = appendUpdate(viewer, change);
    texts().wrote(postmortemId);
    return Response.json({ savedAt } satisfies Accepted, {
      headers: { "Cache-Control": "no-store" },
    });
  } catch (error) {
    if (error instanceof MissingChanges) return refuse(412, error.message);
    throw error;
  }
}

function requireText(viewer: Viewer, key: string): number {
  const incident = findIncidentByKey(viewer, key);
  const text = incident && findText(incident.id);
  if (!text) throw new NotFoundError(`There is no incident ${key}.`);
  return text.id;
}

const numberOf = (text: string | null): number | undefined =>
  text !== null && /^\d{1,10}$/.test(text) ? Number(text) : undefined;

const bytesOf = (text: string | null): Uint8Array | undefined =>
  text ? new Uint8Array(Buffer.from(text, "base64url")) : undefined;

const refuse = (status: number, error: string) =>
  Response.json(
    { error },
    {
      status,
      headers: {
        "Cache-Control": "no-store",
        ...([429, 503].includes(status) && { "Retry-After": "10" }),
      },
    },
  );

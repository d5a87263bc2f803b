import { getSessionId } from "@/lib/auth/viewer";
import { defineHandler } from "@/lib/handler";
import { lineStream } from "@/lib/live/stream";
import { hub } from "./hub";

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};
const REFUSALS = {
  429: "This session has too many pages open. Close some of them.",
  503: "The portal cannot tell more pages of changes right now.",
};
const RETRY_AFTER = "15";

/** The stream of changes for one open page. A HEAD asks whether it would be answered. */
export const GET = defineHandler({
  needs: "portal:read",
  run: async (viewer, request) => {
    const session = (await getSessionId()) ?? "";
    const refusal = hub().refusal(session);
    if (refusal) return refuse(refusal);
    if (request.method === "HEAD") return new Response(null, { headers: HEADERS });

    const { searchParams } = new URL(request.url);
    const visit = {
      viewer,
      session,
      on: searchParams.get("on") ?? "/",
      after: idOf(request.headers.get("last-event-id") ?? searchParams.get("after")),
    };
    const body = lineStream((line) => hub().join(visit, line));
    return new Response(body, { headers: HEADERS });
  },
});

/** The id of a change, if this text is one. */
function idOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

const refuse = (status: keyof typeof REFUSALS) =>
  Response.json(
    { error: REFUSALS[status] },
    { status, headers: { "Cache-Control": "no-store", "Retry-After": RETRY_AFTER } },
  );

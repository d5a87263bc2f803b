import { assertWritable } from "@/db/queries/health";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

declare global {
  /** Set by the server once it was told to stop. */
  var musterIsEnding: boolean | undefined;
}

/** The portal can read and write its database, and is not about to end. */
export function GET() {
  try {
    if (globalThis.musterIsEnding) throw new Error("The portal is stopping.");
    assertWritable();
    return Response.json({ status: "ready" }, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    log.error({ err: error }, "not ready");
    return Response.json(
      { status: "not ready" },
      { status: 503, headers: { "Cache-Control": "no-store", "Retry-After": "5" } },
    );
  }
}

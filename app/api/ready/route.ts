import { assertWritable } from "@/db/queries/health";
import { log } from "@/lib/log";

export const dynamic = "force-dynamic";

/** The portal can read and write its database. */
export function GET() {
  try {
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

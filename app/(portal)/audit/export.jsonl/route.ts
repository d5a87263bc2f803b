import { recordReading } from "@/db/mutations/audit";
import { auditSpan } from "@/db/queries/audit-span";
import { writeLines } from "@/lib/audit/file";
import { signingKey } from "@/lib/auth/audit-keys";
import { utcNow } from "@/lib/clock";
import { readAuditFilters } from "@/lib/domain/audit-filters";
import { defineHandler } from "@/lib/handler";

const DAY = 86_400_000;

/** All entries of the days that the address names, as a file that `muster audit verify` checks. */
export const GET = defineHandler<unknown>({
  needs: "audit:read",
  run(viewer, request) {
    const { searchParams } = new URL(request.url);
    const { since, until } = readAuditFilters(Object.fromEntries(searchParams));
    recordReading(viewer.name, "audit:export", "audit record", { as: "jsonl", since, until });
    const { after, rows } = auditSpan({
      since: since === "" ? undefined : Date.parse(since),
      until: until === "" ? undefined : Date.parse(until) + DAY,
    });
    const lines = writeLines(rows, { after, key: signingKey(), now: utcNow() });
    return new Response(streamOf(lines), {
      headers: {
        "Content-Type": "application/jsonl; charset=utf-8",
        "Content-Disposition": 'attachment; filename="audit.jsonl"',
        "Cache-Control": "private, no-store",
      },
    });
  },
});

const LINES_AT_ONCE = 500;

/** Lines as they are asked for, so that other requests are answered between them. */
function streamOf(lines: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let text = "";
      for (let count = 0; count < LINES_AT_ONCE; count += 1) {
        const { done, value } = lines.next();
        if (done) {
          if (text !== "") controller.enqueue(encoder.encode(text));
          return controller.close();
        }
        text += `${value}\n`;
      }
      controller.enqueue(encoder.encode(text));
    },
  });
}

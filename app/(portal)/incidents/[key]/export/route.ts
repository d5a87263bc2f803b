import { exportRecord } from "@/db/queries/record";
import { NotFoundError } from "@/lib/domain/error";
import { defineHandler } from "@/lib/handler";

type Context = { params: Promise<{ key: string }> };

export const GET = defineHandler<Context>({
  needs: "incident:export",
  async run(viewer, _request, { params }) {
    const { key } = await params;
    const text = exportRecord(viewer, key);
    if (text === undefined) throw new NotFoundError("There is no such incident.");
    return new Response(text, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="${key}.json"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
});

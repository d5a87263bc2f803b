import { recordReading } from "@/db/mutations/audit";
import { exportWithPostmortem } from "@/db/queries/postmortem-export";
import { exportRecord, findIncidentByKey } from "@/db/queries/record";
import { NotFoundError } from "@/lib/domain/error";
import { defineHandler } from "@/lib/handler";

type Context = { params: Promise<{ key: string }> };

/** The incident's record, as it was imported and edited; with `postmortem=1` its postmortem too. */
export const GET = defineHandler<Context>({
  needs: "incident:export",
  async run(viewer, request, { params }) {
    const { key } = await params;
    const isWhole = new URL(request.url).searchParams.get("postmortem") === "1";
    const text = isWhole ? exportWithPostmortem(viewer, key) : exportRecord(viewer, key);
    if (text === undefined) throw new NotFoundError("There is no such incident.");
    const { id } = findIncidentByKey(viewer, key) ?? {};
    const detail = { as: "json", withPostmortem: isWhole };
    recordReading(viewer.name, "incident:export", `incident ${key}`, detail, id);
    return new Response(text, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="${key}.json"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
});

import { recordReading } from "@/db/mutations/audit";
import { exportMarkdown } from "@/db/queries/postmortem-export";
import { findIncidentByKey } from "@/db/queries/record";
import { NotFoundError } from "@/lib/domain/error";
import { defineHandler } from "@/lib/handler";

type Context = { params: Promise<{ key: string }> };

/** The text as a Markdown file: as it stands, or the edition that is asked for. */
export const GET = defineHandler<Context>({
  needs: "incident:export",
  async run(viewer, request, { params }) {
    const { key } = await params;
    const asked = new URL(request.url).searchParams.get("edition");
    const edition = asked === null ? undefined : Number(asked);
    const text = exportMarkdown(viewer, { key, edition });
    if (text === undefined) throw new NotFoundError("There is no such postmortem.");
    const { id } = findIncidentByKey(viewer, key) ?? {};
    const detail = { as: "markdown", edition: edition ?? null };
    recordReading(viewer.name, "postmortem:export", `incident ${key}`, detail, id);
    const name = edition === undefined ? key : `${key}-edition-${edition}`;
    return new Response(text, {
      headers: {
        "Content-Type": "text/markdown; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}.md"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
});

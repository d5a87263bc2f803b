import { listStoryRows } from "@/db/queries/story-rows";
import { NotFoundError } from "@/lib/domain/error";
import { defineHandler } from "@/lib/handler";

type Context = { params: Promise<{ key: string }> };

const LONGEST = 200;

/** A page of the incident's story, to choose rows from that a text cites. */
export const GET = defineHandler<Context>({
  needs: "postmortem:edit",
  async run(viewer, request, { params }) {
    const { key } = await params;
    const asked = new URL(request.url).searchParams;
    const text = (asked.get("text") ?? "").trim().slice(0, LONGEST);
    const page = Math.max(Math.trunc(Number(asked.get("page"))) || 1, 1);
    const found = listStoryRows(viewer, { key, text, page });
    if (!found) throw new NotFoundError(`There is no incident ${key}.`);
    return Response.json(found, { headers: { "Cache-Control": "private, no-store" } });
  },
});

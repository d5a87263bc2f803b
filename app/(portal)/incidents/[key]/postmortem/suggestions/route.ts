import { findIncidentByKey } from "@/db/queries/record";
import { listPeopleNamed, listThingsNamed } from "@/db/queries/suggestions";
import { NotFoundError } from "@/lib/domain/error";
import { defineHandler } from "@/lib/handler";

type Context = { params: Promise<{ key: string }> };

const LONGEST = 100;

/** Whom (`of=people`) or what a writer may mean by some letters. */
export const GET = defineHandler<Context>({
  needs: "postmortem:edit",
  async run(viewer, request, { params }) {
    const { key } = await params;
    if (!findIncidentByKey(viewer, key)) throw new NotFoundError(`There is no incident ${key}.`);
    const asked = new URL(request.url).searchParams;
    const text = (asked.get("text") ?? "").trim().slice(0, LONGEST);
    const found =
      asked.get("of") === "people" ? listPeopleNamed(text) : listThingsNamed(viewer, { key, text });
    return Response.json(found, { headers: { "Cache-Control": "private, no-store" } });
  },
});

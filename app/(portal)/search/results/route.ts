import { listIncidents } from "@/db/queries/incidents";
import { listSavedViews } from "@/db/queries/saved-views";
import { search } from "@/db/queries/search";
import { parseSearch } from "@/lib/domain/search";
import type { Viewer } from "@/lib/domain/viewer";
import { defineHandler } from "@/lib/handler";

const FEW = 4;
const RECENT = 6;

/** What the palette lists: what has the words, or, where none were typed yet, what is probably wanted. */
export const GET = defineHandler<unknown>({
  needs: "portal:read",
  run(viewer, request) {
    const { text } = parseSearch(Object.fromEntries(new URL(request.url).searchParams));
    const found = {
      groups: search(viewer, { text, page: 1, perPage: FEW }),
      recent: text === "" ? listRecent(viewer) : [],
      views: listSavedViews(viewer),
    };
    return Response.json(found, { headers: { "Cache-Control": "private, no-store" } });
  },
});

function listRecent(viewer: Viewer) {
  return listIncidents(viewer, { view: "all", page: 1 })
    .slice(0, RECENT)
    .map(({ key, title, severity, status }) => ({ key, title, severity, status }));
}

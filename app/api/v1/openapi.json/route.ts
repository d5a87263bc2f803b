import { apiDocument } from "../document";

export const dynamic = "force-dynamic";

/** The document of the API, which holds nothing of this installation but its address. */
export function GET(): Response {
  return Response.json(apiDocument().document, {
    headers: { "Cache-Control": "public, max-age=300" },
  });
}

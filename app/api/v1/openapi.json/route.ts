import { openApiOf } from "@/lib/api/openapi";
import { env } from "@/lib/env";
import { OPERATIONS } from "../operations/registry";

export const dynamic = "force-dynamic";

/** The document of the API, which holds nothing of this installation but its address. */
export function GET(): Response {
  return Response.json(openApiOf(OPERATIONS, env().baseUrl), {
    headers: { "Cache-Control": "public, max-age=300" },
  });
}

import type { NextRequest } from "next/server";
import { handlers } from "@/lib/auth/config";
import { env } from "@/lib/env";
import { isSameOrigin } from "@/lib/same-origin";

export const { GET } = handlers;

export function POST(request: NextRequest) {
  if (isSameOrigin(request.headers, env())) return handlers.POST(request);
  return Response.json({ error: "This came from another site." }, { status: 403 });
}

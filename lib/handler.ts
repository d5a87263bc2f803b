import { getViewer } from "@/lib/auth/viewer";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { can, type Permission } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { isSameOrigin } from "@/lib/same-origin";

type Definition<Context> = {
  needs: Permission;
  run: (viewer: Viewer, request: Request, context: Context) => Response | Promise<Response>;
};

/**
 * The door for a route.ts of signed-in people, as `defineAction` is for actions. Every refusal is a JSON
 * object with one `error`, and a bug says nothing about itself.
 */
export function defineHandler<Context>({ needs, run }: Definition<Context>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead && !isSameOrigin(request.headers, env())) {
      return refuse(403, "This came from another site.");
    }
    const viewer = await getViewer();
    if (!viewer) return refuse(401, "You are signed out. Sign in again, then repeat this.");
    if (!can(viewer, needs)) return refuse(403, "You do not have permission to do this.");
    try {
      return await run(viewer, request, context);
    } catch (error) {
      if (error instanceof NotFoundError) return refuse(404, error.message);
      if (error instanceof ConflictError) return refuse(409, error.message);
      if (error instanceof DomainError) return refuse(400, error.message);
      log.error({ err: error }, "a request failed");
      return refuse(500, "Something broke on our side.");
    }
  };
}

const refuse = (status: number, error: string) =>
  Response.json({ error }, { status, headers: { "Cache-Control": "no-store" } });

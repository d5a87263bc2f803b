import { recordRefusal } from "@/db/mutations/refusals";
import { getViewer } from "@/lib/auth/viewer";
import { ConflictError, DomainError, NotFoundError } from "@/lib/domain/error";
import { can, type Permission } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { originOf, withOrigin } from "@/lib/origin";
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
  async function answer(request: Request, context: Context): Promise<Response> {
    const isRead = request.method === "GET" || request.method === "HEAD";
    const viewer = await getViewer();
    if (!isRead && !isSameOrigin(request.headers, env())) {
      noteRefusal(request, viewer, { action: needs, detail: { why: "origin" } });
      return refuse(403, "This came from another site.");
    }
    if (!viewer) return refuse(401, "You are signed out. Sign in again, then repeat this.");
    if (!can(viewer, needs)) {
      noteRefusal(request, viewer, { action: needs, detail: { why: "role", role: viewer.role } });
      return refuse(403, "You do not have permission to do this.");
    }
    try {
      return await run(viewer, request, context);
    } catch (error) {
      if (error instanceof NotFoundError) return refuse(404, error.message);
      if (error instanceof ConflictError) return refuse(409, error.message);
      if (error instanceof DomainError) return refuse(400, error.message);
      log.error({ err: error }, "a request failed");
      return refuse(500, "Something broke on our side.");
    }
  }
  return (request: Request, context: Context) =>
    withOrigin(originOf(request.headers, "session"), () => answer(request, context));
}

type Refused = { action: Permission; detail: { why: string; role?: string } };

function noteRefusal(request: Request, viewer: Viewer | undefined, refused: Refused): void {
  const object = `address ${new URL(request.url).pathname}`;
  recordRefusal({ ...refused, actor: viewer?.name ?? "a stranger", object });
}

const refuse = (status: number, error: string) =>
  Response.json({ error }, { status, headers: { "Cache-Control": "no-store" } });

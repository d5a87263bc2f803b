import { confirmFollowing, stopFollowing } from "@/db/mutations/share-followers";
import { findFollower } from "@/db/queries/public/share-follower";
import { env } from "@/lib/env";
import { formOf } from "@/lib/form-of";
import { isSameOrigin } from "@/lib/same-origin";
import { goTo, NO_SUCH_LINK, plainPage } from "../../plain-page";
import { followerPage } from "./follower-page";

type Context = { params: Promise<{ token: string }> };

/** What a follower can do. Opening it does nothing: programs open links to look at them. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const follower = findFollower(token);
  if (!follower) return plainPage(404, NO_SUCH_LINK);
  return plainPage(200, followerPage(token, follower));
}

/** Confirms it, or ends it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  if (!findFollower(token) || !isSameOrigin(request.headers, env())) {
    return plainPage(404, NO_SUCH_LINK);
  }
  const wanted = (await formOf(request)).text("do");
  if (wanted === "confirm") confirmFollowing(token);
  if (wanted === "leave") stopFollowing(token);
  return goTo(`/s/follow/${token}`);
}

import { stopFollowing } from "@/db/mutations/share-followers";
import { findFollower } from "@/db/queries/public/share-follower";
import { goTo, NO_SUCH_LINK, plainPage } from "../../../plain-page";

type Context = { params: Promise<{ token: string }> };

/** For people the page that asks. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return goTo(`/s/follow/${(await params).token}`);
}

/** A mail program leaves with this one request (RFC 8058), which comes from no page. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  if (!findFollower(token)) return plainPage(404, NO_SUCH_LINK);
  stopFollowing(token);
  return goTo(`/s/follow/${token}`);
}

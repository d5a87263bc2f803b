import { NextResponse } from "next/server";
import { findShareLink } from "@/db/queries/public/share";
import { addressOf } from "@/lib/auth/address";
import { isLinkPreview, SHARE_COOKIE } from "@/lib/domain/share-link";
import { isGuessing, noteWrongGuess } from "@/lib/share-guesses";
import { sharedCookie } from "../cookie";
import { LINK_PREVIEW, NO_SUCH_LINK, plainPage, TOO_MANY_TRIES, UNKEPT } from "../plain-page";

type Context = { params: Promise<{ token: string }> };

/**
 * Takes the token out of the address: it moves into a cookie that only the shared page gets. A wrong,
 * an expired and a revoked link are answered alike, to the byte. A chat that looks the link up for a
 * preview learns no more than that it works, and does not count.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const link = findShareLink(token);
  if (!link) return refuse(addressOf(request.headers));
  if (isLinkPreview(request.headers.get("user-agent"))) return plainPage(200, LINK_PREVIEW);

  const response = new NextResponse(null, {
    status: 303,
    headers: { Location: `/s/view/${link.key}/seen`, ...UNKEPT },
  });
  response.cookies.set(sharedCookie(link, { name: SHARE_COOKIE, value: token }));
  return response;
}

/** Whoever guesses keeps nobody out who has a link, not even at the same address. */
async function refuse(address: string): Promise<Response> {
  if (await isGuessing(address)) return plainPage(429, TOO_MANY_TRIES);
  await noteWrongGuess(address);
  return plainPage(404, NO_SUCH_LINK);
}

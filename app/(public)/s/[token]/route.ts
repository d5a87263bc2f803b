import { NextResponse } from "next/server";
import { countShareView } from "@/db/mutations/share-links";
import { findShareLink } from "@/db/queries/public/share";
import { isLinkPreview, SHARE_COOKIE } from "@/lib/domain/share-link";
import { env } from "@/lib/env";
import { LINK_PREVIEW, NO_SUCH_LINK, plainPage } from "./plain-page";

type Context = { params: Promise<{ token: string }> };

/**
 * Takes the token out of the address: it moves into a cookie that only the shared page gets. A wrong,
 * an expired and a revoked link are answered alike, to the byte. A chat that looks the link up for a
 * preview learns no more than that it works, and does not count.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const link = findShareLink(token);
  if (!link) return plainPage(404, NO_SUCH_LINK);
  if (isLinkPreview(request.headers.get("user-agent"))) return plainPage(200, LINK_PREVIEW);

  countShareView(token);
  const path = `/s/view/${link.key}`;
  const response = new NextResponse(null, { status: 303, headers: { Location: path } });
  response.headers.set("Cache-Control", "private, no-store");
  response.headers.set("Referrer-Policy", "no-referrer");
  response.headers.set("X-Robots-Tag", "noindex, nofollow");
  response.cookies.set({
    name: SHARE_COOKIE,
    value: token,
    path,
    httpOnly: true,
    sameSite: "lax",
    secure: env().baseUrl.startsWith("https:"),
    expires: link.expiresAt,
  });
  return response;
}

export async function HEAD(_request: Request, { params }: Context): Promise<Response> {
  const isThere = findShareLink((await params).token) !== undefined;
  return isThere ? plainPage(200, "") : plainPage(404, "");
}

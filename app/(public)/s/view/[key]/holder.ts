import { cookies } from "next/headers";
import { findHeldLink, type SharedLink } from "@/db/queries/public/share";
import { SHARE_COOKIE } from "@/lib/domain/share-link";
import { env } from "@/lib/env";
import { originOf, withOrigin } from "@/lib/origin";
import { isSameOrigin } from "@/lib/same-origin";
import { isLocked, PASS_COOKIE } from "@/lib/share-pass";
import { NO_SUCH_LINK, plainPage, plainText } from "../../plain-page";

export type Held = { link: SharedLink; token: string; isLocked: boolean };

/** The link that a browser holds to the incident with this key; `undefined` without one that works. */
export async function heldLink(key: string): Promise<Held | undefined> {
  const jar = await cookies();
  const token = jar.get(SHARE_COOKIE)?.value;
  const link = token === undefined ? undefined : findHeldLink(token, key);
  if (token === undefined || !link) return undefined;
  return { link, token, isLocked: isLocked(link, token, jar.get(PASS_COOKIE)?.value) };
}

type Context = { params: Promise<{ key: string }> };
type Answering = (held: Held, request: Request) => Response | Promise<Response>;

const FOREIGN = plainText("This came from another site", "Nothing was done. Open your link again.");

/** A handler for those who hold a link: everybody else is told the same as under a link that never was. */
export function forHolders(answer: Answering) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const held = await heldLink((await params).key);
    if (!held) return plainPage(404, NO_SUCH_LINK);
    if (request.method === "POST" && !isSameOrigin(request.headers, env())) {
      return plainPage(403, FOREIGN);
    }
    const origin = originOf(request.headers, `link ${held.link.id}`);
    return withOrigin(origin, () => answer(held, request));
  };
}

/** The same for what is done on the page, which a passcode may lock. */
export const forReaders = (answer: Answering) =>
  forHolders((held, request) =>
    held.isLocked ? plainPage(404, NO_SUCH_LINK) : answer(held, request),
  );

import { findSubscription, readSubscribePage } from "@/db/queries/public/subscription";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { noSuchPage, type Held, type Place } from "@/lib/status-page/subscribe-pages";
import { shownSecret } from "@/lib/webhook/sign";

/** Nobody keeps the answer or indexes it. */
const UNKEPT = {
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex, nofollow",
};

export const page = (status: number, html: string): Response =>
  new Response(html, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", ...UNKEPT },
  });

export const goTo = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path, ...UNKEPT } });

const UNREADABLE = "The portal’s data cannot be read at the moment. Try again later.";

/** Answers with the page that the forms belong to; a failure says nothing about itself. */
export async function answer(
  run: (place: Place) => Response | Promise<Response>,
): Promise<Response> {
  try {
    const base = new URL(env().statusUrl).pathname.replace(/\/$/, "");
    return await run({ ...readSubscribePage(), base });
  } catch (error) {
    log.error({ err: error }, "a subscription could not be answered");
    return new Response(UNREADABLE, { status: 503, headers: UNKEPT });
  }
}

/** The same for those who hold the link of a subscription. */
export function answerHolder(
  token: string,
  run: (place: Place, held: Held) => Response | Promise<Response>,
): Promise<Response> {
  return answer((place) => {
    const found = findSubscription(token);
    if (!found) return page(404, noSuchPage(place));
    const secret = found.secret === null ? null : shownSecret(found.secret);
    return run(place, { ...found, secret, token });
  });
}

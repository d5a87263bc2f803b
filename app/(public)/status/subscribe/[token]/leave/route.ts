import { leaveSubscription } from "@/db/mutations/subscriptions";
import { leavePage, leftPage } from "@/lib/status-page/subscribe-pages";
import { answerHolder, page } from "../../answers";

type Context = { params: Promise<{ token: string }> };

/** Asks; a mail program that leaves with one request posts to the same address (RFC 8058). */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return answerHolder(token, (place, held) =>
    page(200, held.state === "left" ? leftPage(place) : leavePage(place, held)),
  );
}

export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return answerHolder(token, (place) => {
    leaveSubscription(token);
    return page(200, leftPage(place));
  });
}

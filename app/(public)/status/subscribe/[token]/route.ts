import { changeSubscription, confirmSubscription } from "@/db/mutations/subscriptions";
import { formOf } from "@/lib/form-of";
import { DONE, heldPage, type Done } from "@/lib/status-page/subscribe-pages";
import { answerHolder, goTo, page } from "../answers";

type Context = { params: Promise<{ token: string }> };

/** What a subscription's holder can do. Opening it does nothing: programs open links to look at them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const said = new URL(request.url).searchParams.get("done");
  const done = DONE.find((one) => one === said);
  return answerHolder(token, (place, held) => page(200, heldPage(place, held, done)));
}

/** Confirms it, or changes what it is about. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const form = await formOf(request);
  return answerHolder(token, (place, held) => {
    const then = (done: Done) => goTo(`${place.base}/subscribe/${token}?done=${done}`);
    if (form.text("do") === "change") {
      changeSubscription(token, form.texts("component"));
      return then("changed");
    }
    if (form.text("do") === "confirm") {
      confirmSubscription(token);
      return then("confirmed");
    }
    return page(400, heldPage(place, held, undefined));
  });
}

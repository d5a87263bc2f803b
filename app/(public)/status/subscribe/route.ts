import { askToSubscribe } from "@/db/mutations/subscriptions";
import { addressOf } from "@/lib/auth/address";
import { DomainError } from "@/lib/domain/error";
import type { SubscriberKind } from "@/lib/domain/subscriber";
import { env } from "@/lib/env";
import { formOf } from "@/lib/form-of";
import { askedPage, askPage, tooManyPage } from "@/lib/status-page/subscribe-pages";
import { mayAsk } from "@/lib/subscribe-limits";
import { answer, page } from "./answers";

export const dynamic = "force-dynamic";

/** The forms, by e-mail and by webhook. */
export function GET(): Promise<Response> {
  return answer((place) => page(200, askPage(place)));
}

/** Takes an address; what it answers does not depend on whether that is known. */
export function POST(request: Request): Promise<Response> {
  return answer(async (place) => {
    const form = await formOf(request);
    const kind: SubscriberKind = form.text("kind") === "webhook" ? "webhook" : "mail";
    const wanted = {
      kind,
      address: form.text("address"),
      components: form.texts("component"),
    } as const;
    if (!(await mayAsk(addressOf(request.headers)))) return page(429, tooManyPage(place));
    try {
      askToSubscribe(wanted, { allowsPrivate: env().privateWebhooks });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problem = { kind, address: wanted.address, chosen: wanted.components };
      return page(400, askPage(place, { ...problem, words: error.message }));
    }
    return page(200, askedPage(place, kind));
  });
}

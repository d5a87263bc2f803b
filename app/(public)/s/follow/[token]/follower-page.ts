import type { SubscriberState } from "@/lib/domain/subscriber";
import { html, raw, type Html } from "@/lib/status-page/html";
import { plain } from "../../plain-page";

type Follower = { state: SubscriberState; hint: string };

/** How somebody follows a shared incident, and what they can change of it. */
export function followerPage(token: string, { state, hint }: Follower): string {
  const form = (deed: "confirm" | "leave", words: string) =>
    html`<form method="post" action="/s/follow/${token}">
      <button name="do" value="${deed}">${words}</button>
    </form>`;
  const [title, words, deed] = PAGES[state];
  const choice: Html =
    deed === "confirm" ? form("confirm", "Yes, follow") : form("leave", "Stop following");
  return plain(
    title,
    html`<p>${raw(words)} ${hint}.</p>
      ${choice}`,
  );
}

const PAGES: Record<SubscriberState, [title: string, words: string, deed: "confirm" | "leave"]> = {
  asked: ["Do you want to follow the shared incident?", "News of it go to", "confirm"],
  active: ["You follow the shared incident", "News of it go to", "leave"],
  left: ["You no longer follow the shared incident", "Nothing more is sent to", "confirm"],
  failing: [
    "You no longer follow the shared incident",
    "Mails did not arrive, so nothing more is sent to",
    "confirm",
  ],
};

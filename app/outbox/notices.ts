import { confirmSubscription } from "@/db/mutations/subscriptions";
import { latestChangeId } from "@/db/queries/changes";
import { findNoticeNames } from "@/db/queries/noticed";
import { findNotice } from "@/db/queries/notices";
import { readSite } from "@/db/queries/public/site";
import { findSubscriber, type Subscriber } from "@/db/queries/subscribers";
import type { Claim, Outcome } from "@/lib/domain/outbox";
import type { Site } from "@/lib/domain/site";
import type { Mail } from "@/lib/mail/mail";
import { confirmationMail, knownMail, noticeMail } from "@/lib/mail/notice";
import { confirmationEnvelope, noticeEnvelope } from "@/lib/status-page/notice-envelope";
import { findTold, type Told } from "@/lib/status-page/told";
import { postWebhook } from "@/lib/webhook/send";
import { signatureHeaders } from "@/lib/webhook/sign";

export type NoticePart = "confirm" | "known" | "notice";

/** What is to be told to whom, as the public page says it now. */
export type Composed =
  | { part: "confirm"; site: Site; subscriber: Subscriber }
  | { part: "known"; site: Site; subscriber: Subscriber }
  | { part: "notice"; site: Site; subscriber: Subscriber; told: Told };

const READ_EVERY = 60_000;

/** Reads the public page for many messages at once, and anew when anything has changed in the portal. */
function siteReader(statusUrl: string) {
  let last: { at: number; change: number; site: Site } | undefined;
  return (now: number): Site => {
    const change = latestChangeId();
    if (!last || last.change !== change || now - last.at > READ_EVERY) {
      last = { at: now, change, site: readSite(statusUrl) };
    }
    return last.site;
  };
}

/** Gives what a message tells; nothing where that was taken back, or who was to hear of it has left. */
export function noticeReader(statusUrl: string) {
  const read = siteReader(statusUrl);
  return (
    { subscriberId, noticeId }: Pick<Claim, "subscriberId" | "noticeId">,
    part: NoticePart,
    now: number,
  ): Composed | undefined => {
    const subscriber = subscriberId === null ? undefined : findSubscriber(subscriberId);
    if (!subscriber || !isWanted(subscriber, part)) return undefined;
    const site = read(now);
    if (part !== "notice") return { part, site, subscriber };
    const told = noticeId === null ? undefined : findChange(site, noticeId);
    return told && { part, site, subscriber, told };
  };
}

function isWanted({ state }: Subscriber, part: NoticePart): boolean {
  if (part === "confirm") return state === "asked" || state === "failing";
  return part === "known" ? state !== "left" : state === "active";
}

function findChange(site: Site, noticeId: number): Told | undefined {
  const notice = findNotice(noticeId);
  const names = notice && findNoticeNames(notice);
  return names && findTold(site, names);
}

/** Where a subscription is confirmed, changed and ended. */
const ownLink = ({ page }: Site, { token }: Subscriber) => `${page.url}/subscribe/${token}`;

export function composeNoticeMail(composed: Composed): Mail {
  const { site, subscriber } = composed;
  const own = ownLink(site, subscriber);
  const list = { title: site.page.name, name: "updates", help: site.page.url };
  const recipient = subscriber.address;
  if (composed.part === "confirm") return { recipient, ...confirmationMail(site, own), list };
  if (composed.part === "known") return { recipient, ...knownMail(site, own), list };
  return {
    recipient,
    ...noticeMail(site, composed.told, own),
    list: { ...list, leave: `${own}/leave` },
  };
}

type Sending = { key: string; now: number; allowsPrivate: boolean };

/** Posts a webhook. One that answers its confirmation with the challenge has confirmed by that. */
export async function sendWebhook(composed: Composed, sending: Sending): Promise<Outcome> {
  const { site, subscriber } = composed;
  if (composed.part === "known") return { is: "dropped", problem: "It is subscribed already." };
  const { key, now, allowsPrivate } = sending;
  const links = { own: ownLink(site, subscriber) };
  const body = JSON.stringify(
    composed.part === "confirm"
      ? confirmationEnvelope(site, subscriber.token, links)
      : noticeEnvelope(site, composed.told, key, links),
  );
  const headers = signatureHeaders(subscriber.secret ?? "", { id: key, body, at: now });
  const delivery = { url: subscriber.address, body, headers };
  const { outcome, answer } = await postWebhook(delivery, { allowsPrivate });
  const isEchoed = outcome.is === "sent" && answer.trim() === subscriber.token;
  if (composed.part === "confirm" && isEchoed) confirmSubscription(subscriber.token, now);
  return outcome;
}

import { noteChannelAttempt } from "@/db/mutations/channel-attempts";
import { findChannel, type ChannelRow } from "@/db/queries/channels";
import { findHearer, findPublicWord, listTold, listToldTo } from "@/db/queries/words";
import { unseal } from "@/lib/auth/seal";
import { addressContext, secretContext } from "@/lib/domain/channel";
import type { Claim, Outcome } from "@/lib/domain/outbox";
import type { Word } from "@/lib/domain/word";
import { wordPayload } from "@/lib/domain/word-payload";
import type { Mail } from "@/lib/mail/mail";
import { postWebhook } from "@/lib/webhook/send";
import { signatureHeaders } from "@/lib/webhook/sign";
import { listMail, notificationList, personMail, testMail } from "@/lib/word/mail";
import { slackMessage, slackTest } from "@/lib/word/slack";
import { teamsMessage, teamsTest } from "@/lib/word/teams";
import { webhookEnvelope, webhookTest } from "@/lib/word/webhook";
import { tellingOf, type Telling } from "@/lib/word/words";
import { callLinks, isAnswered } from "./calls";

type Place = {
  now: number;
  withDemo: boolean;
  baseUrl: string;
  statusUrl: string;
  allowsPrivate: boolean;
  sendMail: (claim: Claim, mail: Mail) => Promise<Outcome>;
};

const NOTHING_LEFT = { is: "dropped", problem: "There is nothing left to say." } as const;
const SWITCHED_OFF = { is: "dropped", problem: "The channel was switched off." } as const;

/** True for a message to a channel or a person about what happened. */
export const isWord = ({ kind }: Pick<Claim, "kind">) => kind === "channel" || kind === "person";

/** Tells what happened, as far as whoever is told may still hear of it. */
export function tellWord(claim: Claim, place: Place): Promise<Outcome> | Outcome {
  const payload = wordPayload.parse(claim.payload);
  return "channel" in payload
    ? tellChannel(claim, payload, place)
    : tellPerson(claim, payload, place);
}

type ToPerson = { person: number; happenings: number[] };

function tellPerson(claim: Claim, { person, happenings }: ToPerson, place: Place) {
  const hearer = findHearer(person);
  if (!hearer || (hearer.isDemo && !place.withDemo)) return NOTHING_LEFT;
  const told = listToldTo(hearer, happenings).filter(
    ({ isDemo, word }) => (!isDemo || place.withDemo) && !isAnswered(word, person),
  );
  if (told.length === 0) return NOTHING_LEFT;
  const { baseUrl } = place;
  const words = told.map(({ word }) => word);
  const links = words.flatMap((word) => callLinks(word, person, place));
  const mail = personMail(tellingOf(words, baseUrl), links);
  const list = notificationList(baseUrl);
  return place.sendMail(claim, { recipient: hearer.email, ...mail, list });
}

type ToChannel = { channel: number; happenings: number[]; test?: string | undefined };

async function tellChannel(
  claim: Claim,
  { channel: id, happenings, test }: ToChannel,
  place: Place,
) {
  const channel = findChannel(id);
  if (!channel?.isOn) return SWITCHED_OFF;
  const words = listTold(happenings)
    .filter(({ isPrivate, isDemo }) => !isPrivate && (!isDemo || place.withDemo))
    .flatMap(({ word }) => (channel.isInternal ? [word] : publicWord(word, place)));
  if (words.length === 0 && test === undefined) return NOTHING_LEFT;
  const telling = test ?? tellingOf(words, place.baseUrl);
  const outcome = await send(claim, channel, telling, place);
  noteChannelAttempt(channel.id, outcome, place.now);
  return outcome;
}

/** What may leave the organisation: the words of the public page, and nothing beside them. */
function publicWord({ happening, publicUpdateId }: Word, { statusUrl }: Place): Word[] {
  const update = publicUpdateId === null ? undefined : findPublicWord(publicUpdateId);
  if (!update) return [];
  const { title, publicId, message, status, at } = update;
  return [
    {
      ...{ happening, at, title, message, status, publicUpdateId },
      ...{ by: "", key: null, severity: null, services: [], isDrill: false },
      text: "The public page was updated.",
      path: `${statusUrl}/incidents/${publicId}`,
    },
  ];
}

function send(
  claim: Claim,
  channel: ChannelRow,
  telling: Telling | string,
  place: Place,
): Promise<Outcome> {
  const address = unseal(channel.address, addressContext(channel.key));
  if (channel.kind !== "email") return post(claim, channel, { address, telling }, place);
  const mail = typeof telling === "string" ? testMail(telling) : listMail(telling);
  return place.sendMail(claim, {
    recipient: address,
    ...mail,
    list: notificationList(place.baseUrl),
  });
}

type Posted = { address: string; telling: Telling | string };

async function post(
  claim: Claim,
  channel: ChannelRow,
  { address: url, telling }: Posted,
  { now, allowsPrivate }: Place,
): Promise<Outcome> {
  const body = JSON.stringify(bodyFor(channel.kind, telling, claim.createdAt));
  const headers =
    channel.secret === null
      ? { "webhook-id": claim.key }
      : signatureHeaders(unseal(channel.secret, secretContext(channel.key)), {
          id: claim.key,
          body,
          at: now,
        });
  const { outcome } = await postWebhook({ url, body, headers }, { allowsPrivate });
  return outcome;
}

function bodyFor(kind: ChannelRow["kind"], telling: Telling | string, at: number) {
  const isTest = typeof telling === "string";
  if (kind === "slack") return isTest ? slackTest(telling) : slackMessage(telling);
  if (kind === "teams") return isTest ? teamsTest(telling) : teamsMessage(telling);
  return isTest ? webhookTest(telling, at) : webhookEnvelope(telling);
}

import { z } from "zod";
import { readNews } from "@/db/queries/public/share-news";
import { findWorkingLink } from "@/db/queries/public/share";
import { findFollowerById } from "@/db/queries/share-followers";
import type { Claim } from "@/lib/domain/outbox";
import { followConfirmationMail, followNewsMail } from "@/lib/mail/follower";
import type { Mail } from "@/lib/mail/mail";

const followerMail = z.discriminatedUnion("follower", [
  z.object({ follower: z.literal("confirm"), id: z.int() }),
  z.object({ follower: z.literal("news"), id: z.int(), since: z.int() }),
]);

type Place = { now: number; withDemo: boolean; baseUrl: string };
type Waiting = Pick<Claim, "payload">;

/** Who follows a link that a mail is for; `undefined` for any other mail. */
export function followerOf({ payload }: Waiting): number | undefined {
  return "follower" in payload ? followerMail.parse(payload).id : undefined;
}

/** What a follower's mail says now; nothing where the link ended, or they left meanwhile. */
export function composeFollowerMail({ payload }: Waiting, place: Place): Mail | undefined {
  const asked = followerMail.parse(payload);
  const follower = findFollowerById(asked.id);
  const link = follower && findWorkingLink(follower.linkId, place.now);
  if (!follower || !link || (follower.isDemo && !place.withDemo)) return undefined;
  const { baseUrl } = place;
  const own = `${baseUrl}/s/follow/${follower.token}`;
  const { address: recipient, state } = follower;
  const list = { title: "Shared incident", name: "shared", help: own };
  if (asked.follower === "confirm") {
    if (state !== "asked") return undefined;
    return { recipient, ...followConfirmationMail({ own, baseUrl }), list };
  }
  if (state !== "active") return undefined;
  const { incident, questions, lines } = readNews(link, asked.since);
  if (lines.length === 0) return undefined;
  const written = followNewsMail({
    title: incident.title,
    lines,
    messages: incident.messages.filter(({ isNew }) => isNew),
    answers: questions.flatMap(({ text, answer, answeredAt }) =>
      answer !== null && (answeredAt ?? 0) > asked.since ? [{ text, answer }] : [],
    ),
    page: `${baseUrl}/s/view/${link.key}`,
    own,
  });
  return { recipient, ...written, list: { ...list, leave: `${own}/leave` } };
}

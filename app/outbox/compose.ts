import { z } from "zod";
import { listReaders } from "@/db/queries/digest-readers";
import { getDailyDigest, getWeeklyDigest, type DigestScope } from "@/db/queries/digests";
import { listTeams } from "@/db/queries/teams";
import { isEmpty } from "@/lib/domain/digest";
import type { Claim } from "@/lib/domain/outbox";
import { dayIn } from "@/lib/domain/working-days";
import { dailyMail, weeklyMail } from "@/lib/mail/digest";
import type { Mail } from "@/lib/mail/mail";

const digests = z.discriminatedUnion("digest", [
  z.object({ digest: z.literal("daily"), reader: z.string() }),
  z.object({ digest: z.literal("weekly"), teamId: z.int() }),
]);

type Waiting = Pick<Claim, "recipient" | "payload">;
type Place = DigestScope & { baseUrl: string };

/** What a reminder says now; nothing where nothing is left to say, or its reader is another person by now. */
export function compose({ recipient, payload }: Waiting, place: Place): Mail | undefined {
  const asked = digests.parse(payload);
  const readers = listReaders(place).filter(({ address }) => address === recipient);
  return asked.digest === "daily"
    ? composeDaily(
        readers.find(({ key }) => key === asked.reader),
        place,
      )
    : composeWeekly(
        readers.find(({ leads }) => leads.includes(asked.teamId)),
        asked.teamId,
        place,
      );
}

type Reader = ReturnType<typeof listReaders>[number] | undefined;

function composeDaily(reader: Reader, place: Place): Mail | undefined {
  if (!reader) return undefined;
  const digest = getDailyDigest(reader, place);
  if (isEmpty(digest)) return undefined;
  const { name, address, calendar } = reader;
  const day = dayIn(calendar.zone, place.now);
  const { baseUrl } = place;
  return { recipient: address, ...dailyMail(digest, { baseUrl, name, day, zone: calendar.zone }) };
}

function composeWeekly(lead: Reader, teamId: number, place: Place): Mail | undefined {
  const team = listTeams().find(({ id }) => id === teamId);
  if (!lead || !team) return undefined;
  const digest = getWeeklyDigest(lead.viewer, teamId, place);
  if (isEmpty(digest)) return undefined;
  const { zone } = team;
  const { baseUrl } = place;
  const day = dayIn(zone, place.now);
  return { recipient: lead.address, ...weeklyMail(digest, { baseUrl, team, day, zone }) };
}

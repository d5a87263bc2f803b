import type { IncidentRecord } from "@/lib/domain/record";
import type { Person } from "./people";
import { androidCrash } from "./stories/android-crash";
import { cardAcquirer } from "./stories/card-acquirer";
import { cartFailover } from "./stories/cart-failover";
import { certificateChain } from "./stories/certificate-chain";
import { credentialStuffing } from "./stories/credential-stuffing";
import { doubleUsage } from "./stories/double-usage";
import { lateEmail } from "./stories/late-email";
import { promoCodes } from "./stories/promo-codes";
import { pushCertificate } from "./stories/push-certificate";
import { rateLimits } from "./stories/rate-limits";
import { savedCards } from "./stories/saved-cards";
import { searchRebuild } from "./stories/search-rebuild";
import { signingKeys } from "./stories/signing-keys";
import { slowSuggestions } from "./stories/slow-suggestions";
import type { Review, Task } from "./story";
import { startOf, withTimes, writeRecord } from "./write-record";

export type DemoIncident = {
  record: IncidentRecord;
  /** Are its external messages on the status page? */
  published: boolean;
  /** The work that followed, and when the incident began, in UTC milliseconds. */
  work?: { tasks: Task[]; start: number };
  /** The written postmortem in Markdown, and who wrote it when, in UTC milliseconds. */
  postmortem?: {
    body: string;
    author: Person;
    at: number;
    isPublished: boolean;
    review: Review | undefined;
  };
};

/** From the oldest to the newest. */
const STORIES = [
  searchRebuild,
  pushCertificate,
  signingKeys,
  androidCrash,
  doubleUsage,
  rateLimits,
  promoCodes,
  cardAcquirer,
  slowSuggestions,
  cartFailover,
  credentialStuffing,
  certificateChain,
  lateEmail,
  savedCards,
];

const FIRST_NUMBER = 21;
const DAY = 24 * 60 * 60_000;

/** The demo's incidents over the last 90 days before `now`, in UTC milliseconds; two of them are open. */
export function demoRecords(now: number): DemoIncident[] {
  return STORIES.map((story, index) => {
    const start = startOf(story, now);
    const year = new Date(start + story.declared * 60_000).getUTCFullYear();
    const key = `INC-${year}-${String(FIRST_NUMBER + index).padStart(4, "0")}`;
    const { postmortem, published, tasks } = story;
    return {
      record: writeRecord(key, story, start),
      published,
      ...(tasks && { work: { tasks, start } }),
      ...(postmortem && {
        postmortem: {
          body: withTimes(postmortem.body, start),
          author: postmortem.author,
          isPublished: postmortem.isPublished ?? false,
          review: postmortem.review,
          at: start + (story.resolved ?? 0) * 60_000 + postmortem.daysLater * DAY,
        },
      }),
    };
  });
}

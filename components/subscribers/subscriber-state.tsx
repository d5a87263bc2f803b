import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import type { ListedSubscriber } from "@/db/queries/subscribers";
import { SUBSCRIBER_STATE_NAMES } from "@/lib/domain/subscriber";

const TONES = { asked: "info", active: "success", left: "secondary", failing: "danger" } as const;

export function SubscriberState({ state }: Pick<ListedSubscriber, "state">) {
  return <Badge variant={TONES[state]}>{SUBSCRIBER_STATE_NAMES[state]}</Badge>;
}

type Dated = Pick<ListedSubscriber, "state" | "createdAt" | "confirmedAt" | "leftAt">;

/** Since when somebody is a subscriber, or is one no more. */
export function SubscriberSince({ state, createdAt, confirmedAt, leftAt }: Dated) {
  if (state === "left" && leftAt !== null) {
    return (
      <>
        left <Time at={leftAt} />
      </>
    );
  }
  if (state === "asked" || confirmedAt === null) {
    return (
      <>
        asked <Time at={createdAt} />
      </>
    );
  }
  return (
    <>
      since <Time at={confirmedAt} />
    </>
  );
}

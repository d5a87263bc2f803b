import Link from "next/link";
import { Time } from "@/components/time";
import { Card } from "@/components/ui/card";
import type { ListedSubscriber } from "@/db/queries/subscribers";
import { MESSAGE_STATE_NAMES } from "@/lib/domain/outbox";
import { SUBSCRIBER_KIND_NAMES } from "@/lib/domain/subscriber";
import { SubscriberSince, SubscriberState } from "./subscriber-state";

/** Subscribers, with what came of the last message to each. */
export function SubscriberRows({ subscribers }: { subscribers: ListedSubscriber[] }) {
  return (
    <Card>
      <ul className="divide-y divide-border">
        {subscribers.map((subscriber) => (
          <li key={subscriber.id} className="grid gap-1 px-4 py-3 text-sm">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <SubscriberState state={subscriber.state} />
              <Link
                href={`/subscribers/${subscriber.id}`}
                className="touch-target font-medium text-link wrap-anywhere hover:underline"
              >
                {subscriber.address}
              </Link>
            </p>
            <p className="text-muted-foreground wrap-anywhere">
              {SUBSCRIBER_KIND_NAMES[subscriber.kind]} ·{" "}
              {subscriber.components.length > 0 ? subscriber.components.join(", ") : "everything"} ·{" "}
              <SubscriberSince {...subscriber} />
              {subscriber.last && (
                <>
                  {" · last message: "}
                  {MESSAGE_STATE_NAMES[subscriber.last.state].toLowerCase()},{" "}
                  <Time at={subscriber.last.at} />
                </>
              )}
            </p>
            {subscriber.problem !== null && <p className="wrap-anywhere">{subscriber.problem}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

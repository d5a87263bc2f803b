import { MessageSquare } from "lucide-react";
import Link from "next/link";
import { SeverityBadge } from "@/components/incidents/severity-badge";
import type { BoardCard as Card } from "@/db/queries/action-items";
import { CheckDay } from "./check/check-day";
import { Deadline } from "./deadline";

/** Who has an item, until when, and where it comes from. */
export function CardFacts({ card }: { card: Card }) {
  return (
    <div className="grid content-start gap-1 text-muted-foreground @5xl:grid-cols-[1fr_11.5rem_10.5rem] @5xl:items-center @5xl:gap-x-4">
      <p className="wrap-anywhere">
        {card.isUnownedTooLong ? (
          <span className="font-medium text-warning">Unowned too long</span>
        ) : (
          (card.person ?? card.owner ?? "No owner")
        )}
        {card.team && <>, {card.team}</>}
      </p>
      <div>
        <p>
          <Deadline item={card} today={card.today} />
        </p>
        <CheckDay card={card} />
      </div>
      <p className="flex flex-wrap items-center gap-1.5">
        <SeverityBadge severity={card.severity} />
        <Link
          href={`/incidents/${card.incidentKey}`}
          prefetch={false}
          draggable={false}
          title={card.incidentTitle}
          className="touch-target rounded-sm font-mono text-xs leading-6 text-link hover:underline"
        >
          {card.incidentKey}
        </Link>
        {card.comments > 0 && (
          <span className="flex items-center gap-1">
            <MessageSquare aria-hidden className="size-3.5" />
            {card.comments}
            <span className="sr-only">{card.comments === 1 ? " comment" : " comments"}</span>
          </span>
        )}
      </p>
    </div>
  );
}

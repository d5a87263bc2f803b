import { Time } from "@/components/time";
import type { PublicUpdate } from "@/db/queries/public/status-page";
import { cn } from "@/lib/utils";
import { ComponentChanges } from "./component-changes";
import { Corrected } from "./corrected";
import { StatusRing } from "./icons";
import { StatusWord } from "./status-word";
import { STATUS_TEXT } from "./tones";
import { UpdateText } from "./update-text";

type UpdateListProps = {
  incidentId: string;
  updates: PublicUpdate[];
  /** True where each update's anchor lives: on the incident's own page. */
  withAnchors?: boolean;
  /** True where the day is said already. */
  withinDay?: boolean;
  className?: string;
};

/** An incident's updates, newest first, on a line through time. */
export function UpdateList({
  incidentId,
  updates,
  withAnchors,
  withinDay,
  className,
}: UpdateListProps) {
  return (
    <ol reversed className={cn("relative space-y-6", className)}>
      {updates.map(({ id, status, body, at, correctedAt, components }, index) => (
        <li
          key={id}
          id={withAnchors ? `u-${id}` : undefined}
          className="group/update relative ps-9"
        >
          {index < updates.length - 1 && (
            <span
              aria-hidden="true"
              className="absolute start-[0.6875rem] top-7 -bottom-6 w-0.5 bg-border"
            />
          )}
          <StatusRing
            status={status}
            className={cn(
              "absolute start-0 top-0 size-6 bg-card group-target/update:outline-2",
              STATUS_TEXT[status],
            )}
          />
          <p className="flex flex-wrap items-center gap-x-2.5 leading-6">
            <StatusWord status={status} className="[&_svg]:hidden" />
            <a
              href={`/status/incidents/${incidentId}#u-${id}`}
              className="text-[0.8125rem] text-muted-foreground hover:text-link hover:underline"
            >
              <Time at={at} show={withinDay ? "time" : "datetime"} />
              {withinDay && " UTC"}
            </a>
            {correctedAt !== undefined && <Corrected at={correctedAt} saidAt={at} />}
          </p>
          <UpdateText body={body} className="mt-1 leading-relaxed" />
          <ComponentChanges changes={components} className="mt-1.5" />
        </li>
      ))}
    </ol>
  );
}

import Link from "next/link";
import { messagesPath } from "@/lib/domain/message-list";
import { MESSAGE_STATES, MESSAGE_STATE_NAMES, type MessageState } from "@/lib/domain/outbox";
import { cn } from "@/lib/utils";

type MessageStatesProps = {
  shown: MessageState | undefined;
  counts: ReadonlyMap<MessageState, number>;
};

/** All messages, or those of one state. */
export function MessageStates({ shown, counts }: MessageStatesProps) {
  return (
    <nav aria-label="Which messages" className="overflow-x-auto">
      <ul className="flex w-fit gap-1 rounded-lg bg-muted p-1">
        {[undefined, ...MESSAGE_STATES].map((state) => (
          <li key={state ?? "all"}>
            <Link
              href={messagesPath({ state })}
              aria-current={state === shown ? "page" : undefined}
              className={cn(
                "touch-target flex h-7 items-center gap-1.5 rounded-md border border-transparent px-3 text-[0.8125rem] font-medium",
                "whitespace-nowrap text-muted-foreground hover:text-foreground pointer-coarse:h-9",
                "aria-[current=page]:border-border aria-[current=page]:bg-card aria-[current=page]:shadow-xs",
                "aria-[current=page]:text-foreground dark:aria-[current=page]:bg-secondary",
              )}
            >
              {state ? MESSAGE_STATE_NAMES[state] : "All"}
              {state && <span className="font-normal tabular-nums">{counts.get(state) ?? 0}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

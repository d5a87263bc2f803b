import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Message } from "@/db/queries/outbox";
import { MESSAGE_STATE_NAMES } from "@/lib/domain/outbox";

const TONES = { waiting: "info", sent: "success", failed: "danger", dropped: "secondary" } as const;

type MessageListProps = { messages: Message[]; sendAgainAction: FormAction };

/** Messages with what became of them, and what can be done about those that failed. */
export function MessageList({ messages, sendAgainAction }: MessageListProps) {
  return (
    <Card>
      <ul className="divide-y divide-border">
        {messages.map((message) => (
          <li
            key={message.id}
            className="grid gap-x-4 gap-y-1 px-4 py-3 text-sm sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="grid min-w-0 gap-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge variant={TONES[message.state]}>{MESSAGE_STATE_NAMES[message.state]}</Badge>
                <span className="font-medium wrap-anywhere">{message.subject}</span>
              </p>
              <p className="text-muted-foreground wrap-anywhere">
                To {message.recipient} · <Course message={message} />
              </p>
              {message.problem !== null && <p className="wrap-anywhere">{message.problem}</p>}
            </div>
            {message.state === "failed" && (
              <ChangeButton action={sendAgainAction} fields={{ id: message.id }}>
                Send again<span className="sr-only"> to {message.recipient}</span>
              </ChangeButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** When it was sent, or is to be tried next. */
function Course({ message: { state, sentAt, dueAt, createdAt, attempts } }: { message: Message }) {
  const tries = attempts === 1 ? "1 try" : `${attempts} tries`;
  if (state === "sent" && sentAt !== null) {
    return (
      <>
        sent <Time at={sentAt} />
      </>
    );
  }
  if (state === "waiting") {
    return (
      <>
        next try <Time at={dueAt} />
        {attempts > 0 && `, after ${tries}`}
      </>
    );
  }
  return (
    <>
      written <Time at={createdAt} />
      {state === "failed" && `, given up after ${tries}`}
    </>
  );
}

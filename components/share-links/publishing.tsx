import { Time } from "@/components/time";
import { StatusBadge } from "@/components/incidents/status-badge";
import { Badge } from "@/components/ui/badge";
import type { Publishable } from "@/db/queries/status-page";
import { SmallAction, type SmallFormAction } from "./small-action";

type PublishingProps = {
  incidentKey: string;
  messages: Publishable[];
  /** Missing for people who may only look. */
  actions: { publish: SmallFormAction; retract: SmallFormAction } | undefined;
};

/** The messages written for everyone, and which of them everyone can read. */
export function Publishing({ incidentKey, messages, actions }: PublishingProps) {
  const waiting = messages.filter(({ updateId }) => updateId === null);
  if (messages.length === 0) {
    return <p className="text-muted-foreground">No message was written for the status page.</p>;
  }
  return (
    <>
      {actions && waiting.length > 1 && (
        <SmallAction
          action={actions.publish}
          fields={{ key: incidentKey }}
          label={`Publish all ${waiting.length} messages that are not public`}
          variant="default"
        >
          Publish all {waiting.length}
        </SmallAction>
      )}
      <ul className="divide-y divide-border">
        {messages.map(({ seq, at, status, body, updateId }) => (
          <li key={seq} className="grid gap-2 py-3 sm:grid-cols-[1fr_auto] sm:gap-4">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <StatusBadge status={status} />
                <Time at={at} className="text-[0.8125rem] text-muted-foreground" />
                <Badge variant={updateId === null ? "secondary" : "success"}>
                  {updateId === null ? "Not public" : "Public"}
                </Badge>
              </p>
              <p className="mt-1 whitespace-pre-line wrap-anywhere">{body}</p>
            </div>
            {actions && updateId === null && (
              <SmallAction
                action={actions.publish}
                fields={{ key: incidentKey, seq }}
                label={`Publish the message “${status}”`}
              >
                Publish
              </SmallAction>
            )}
            {actions && updateId !== null && (
              <SmallAction
                action={actions.retract}
                fields={{ updateId }}
                label={`Retract the message “${status}” from the status page`}
              >
                Retract
              </SmallAction>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

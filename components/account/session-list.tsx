import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { Time } from "@/components/time";
import type { LiveSession } from "@/db/queries/auth/sessions";
import { browserInWords } from "@/lib/domain/browser";

type SessionListProps = {
  sessions: LiveSession[];
  /** The one in which this page is read. */
  own: string | undefined;
  endAction: FormAction;
  fields: Record<string, number>;
};

/** Where an account is signed in: with what, from where, and since when. */
export function SessionList({ sessions, own, endAction, fields }: SessionListProps) {
  if (sessions.length === 0) return <p className="text-muted-foreground">Nowhere.</p>;
  return (
    <ul
      aria-label="Sessions"
      className="divide-y divide-border rounded-lg border border-border bg-card"
    >
      {sessions.map(({ id, browser, address, createdAt, lastSeenAt }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2"
        >
          <div>
            <p className="font-medium">
              {browserInWords(browser)}
              {id === own && " · this session"}
            </p>
            <p className="text-[0.8125rem] text-muted-foreground">
              {address ?? "From an unknown address"}, since <Time at={createdAt} show="datetime" />,
              last used <Time at={lastSeenAt} show="age" />
            </p>
          </div>
          {id !== own && (
            <ChangeButton action={endAction} fields={{ id, ...fields }}>
              End<span className="sr-only"> {browserInWords(browser)}</span>
            </ChangeButton>
          )}
        </li>
      ))}
    </ul>
  );
}

import { Globe, Lock, Users } from "lucide-react";
import Link from "next/link";
import type { FormAction } from "@/components/form/use-form";
import { Corrected } from "@/components/status-words/corrected";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/time";
import type { CommunicationView } from "@/db/queries/incident-detail";
import type { MessageEdits } from "@/db/queries/messages";
import { AUDIENCES } from "@/lib/domain/incident";
import { formatMinutes, humanize } from "@/lib/format";
import { CorrectMessage } from "./correct-message";
import { MessageHistory } from "./message-history";
import { PromiseSummary } from "./promise-summary";
import { Section } from "./section";

const READERS = {
  external: { Icon: Globe, title: "Public" },
  stakeholders: { Icon: Users, title: "Stakeholders" },
  internal: { Icon: Lock, title: "Internal" },
} as const;

const SHOWN_AT_MOST = 300;

type CommunicationsSectionProps = {
  incidentKey: string;
  messages: CommunicationView[];
  edits: MessageEdits[];
  /** The number of the message that is being corrected. */
  correcting: number | undefined;
  /** Missing for those who may only look. */
  correctAction: FormAction | undefined;
};

/** What was said to whom, and which promises of a next message were kept. */
export function CommunicationsSection({ messages, ...rest }: CommunicationsSectionProps) {
  return (
    <Section
      id="communications"
      title="Communications"
      aside={<PromiseSummary promises={messages.flatMap(({ promises }) => promises)} />}
    >
      {messages.length === 0 ? (
        <p className="text-muted-foreground">
          Nothing has been said yet. Post an update to tell people where you stand.
        </p>
      ) : (
        <div className="grid gap-5">
          {AUDIENCES.toReversed().map((audience) => (
            <AudienceMessages
              key={audience}
              audience={audience}
              messages={messages.filter((message) => message.audience === audience)}
              {...rest}
            />
          ))}
        </div>
      )}
    </Section>
  );
}

type AudienceMessagesProps = CommunicationsSectionProps & { audience: keyof typeof READERS };

function AudienceMessages({ audience, messages, edits, ...rest }: AudienceMessagesProps) {
  if (messages.length === 0) return null;
  const { Icon, title } = READERS[audience];
  return (
    <section aria-label={`${title} messages`}>
      <h3 className="mb-1 flex items-center gap-1.5 text-[0.8125rem] font-medium">
        <Icon aria-hidden className="size-3.5 text-muted-foreground" />
        {title}
        <span className="font-normal text-muted-foreground">{messages.length}</span>
      </h3>
      {messages.length > SHOWN_AT_MOST && (
        <p className="text-[0.8125rem] text-muted-foreground">
          The newest {SHOWN_AT_MOST} are shown; the export holds all of them.
        </p>
      )}
      <ol className="divide-y divide-border border-y border-border">
        {messages.slice(-SHOWN_AT_MOST).map((message) => (
          <Message
            key={message.seq}
            message={message}
            edit={edits.find(({ seq }) => seq === message.seq)}
            {...rest}
          />
        ))}
      </ol>
    </section>
  );
}

type MessageProps = Omit<CommunicationsSectionProps, "messages" | "edits"> & {
  message: CommunicationView;
  edit: MessageEdits | undefined;
};

function Message({ message: view, edit, incidentKey, correcting, correctAction }: MessageProps) {
  const { seq, at, channel, audienceAsWritten, message, promises, publishedAs } = view;
  return (
    <li id={`c-${seq}`} className="scroll-mt-20 py-2.5 target:bg-info-surface">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-muted-foreground">
        <a href={`#c-${seq}`} className="touch-target hover:text-link hover:underline">
          <Time at={at} />
        </a>
        {channel && <span>{humanize(channel)}</span>}
        {audienceAsWritten && <span>to {audienceAsWritten}</span>}
        {publishedAs !== undefined && <Badge variant="outline">On the status page</Badge>}
        {edit?.correctedAt && <Corrected at={edit.correctedAt} saidAt={at} />}
      </p>
      <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{message}</p>
      {promises.map((promise, index) => (
        <PromiseVerdict key={index} promise={promise} />
      ))}
      {edit && <MessageHistory earlier={edit.earlier} />}
      {edit?.mayCorrect && correctAction && correcting !== seq && (
        <Link
          href={`/incidents/${incidentKey}?correct=${seq}#c-${seq}`}
          prefetch={false}
          className="touch-target inline-block min-h-6 text-[0.8125rem] text-link hover:underline"
        >
          Correct<span className="sr-only"> this message</span>
        </Link>
      )}
      {edit?.mayCorrect && correctAction && correcting === seq && (
        <CorrectMessage
          incidentKey={incidentKey}
          message={{
            seq,
            text: message,
            version: edit.version,
            isPublished: publishedAs !== undefined,
          }}
          action={correctAction}
        />
      )}
    </li>
  );
}

type Promised = CommunicationView["promises"][number];

const TONES = { kept: "success", missed: "danger", open: "info" } as const;

function PromiseVerdict({ promise }: { promise: Promised }) {
  const { kind, state, dueAt } = promise;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-[0.8125rem] text-muted-foreground">
      <Badge variant={TONES[state]}>{verdictOf(promise)}</Badge>
      <span>
        {kind === "report" ? "Report" : "Next update"} promised by <Time at={dueAt} />
      </span>
    </p>
  );
}

function verdictOf({ state, lateMinutes }: Promised): string {
  if (state === "kept") return "Promise kept";
  if (state === "open") return "Promise open";
  return lateMinutes === null
    ? "Promise missed"
    : `Promise missed by ${formatMinutes(lateMinutes)}`;
}

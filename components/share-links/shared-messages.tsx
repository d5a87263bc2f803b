import { Corrected } from "@/components/status-words/corrected";
import { StatusWord } from "@/components/status-words/status-word";
import { UpdateText } from "@/components/status-words/update-text";
import { Time } from "@/components/time";
import type { SharedMessage } from "@/lib/domain/shared-incident";
import { LeftOut, type Highlighted } from "./left-out";
import { NewMark } from "./new-mark";
import { SharedSection } from "./shared-section";

export type ShownMessage = SharedMessage & Highlighted;

export function SharedMessages({ messages }: { messages: ShownMessage[] }) {
  return (
    <SharedSection title="What customers were told">
      <ol className="space-y-4">
        {messages.map((message, index) => (
          <LeftOut key={index} why={message.leftOut}>
            <Message message={message} />
          </LeftOut>
        ))}
      </ol>
    </SharedSection>
  );
}

function Message({ message }: { message: ShownMessage }) {
  const { at, status, text, correctedAt, isNew } = message;
  return (
    <div className="border-s-2 border-border ps-4">
      <p className="flex flex-wrap items-center gap-x-2.5">
        {status && <StatusWord status={status} />}
        <Time at={at} className="text-[0.8125rem] text-muted-foreground tabular-nums" />
        {correctedAt !== undefined && <Corrected at={correctedAt} saidAt={at} />}
        <NewMark isNew={isNew} />
      </p>
      <UpdateText body={text} className="leading-relaxed" />
    </div>
  );
}

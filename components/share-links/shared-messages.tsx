import { Corrected } from "@/components/status-words/corrected";
import { StatusWord } from "@/components/status-words/status-word";
import { UpdateText } from "@/components/status-words/update-text";
import { Time } from "@/components/time";
import type { SharedIncident } from "@/lib/domain/shared-incident";
import { SharedSection } from "./shared-section";

export function SharedMessages({ messages }: { messages: SharedIncident["messages"] }) {
  return (
    <SharedSection title="What customers were told">
      <ol className="space-y-4">
        {messages.map(({ at, status, text, correctedAt }, index) => (
          <li key={index} className="border-s-2 border-border ps-4">
            <p className="flex flex-wrap items-center gap-x-2.5">
              {status && <StatusWord status={status} />}
              <Time at={at} className="text-[0.8125rem] text-muted-foreground tabular-nums" />
              {correctedAt !== undefined && <Corrected at={correctedAt} saidAt={at} />}
            </p>
            <UpdateText body={text} className="leading-relaxed" />
          </li>
        ))}
      </ol>
    </SharedSection>
  );
}

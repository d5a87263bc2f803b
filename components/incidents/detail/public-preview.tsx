import { Globe } from "lucide-react";
import { Verdict } from "@/components/status-words/verdict";
import { previewOf, type PublicDraft } from "./preview-of";
import { PreviewedIncident } from "./previewed-incident";
import type { UpdateSubject } from "./update-subject";

type PublicPreviewProps = { subject: UpdateSubject; draft: PublicDraft; now: number };

/** What everyone is about to read. */
export function PublicPreview({ subject, draft, now }: PublicPreviewProps) {
  const message = draft.message.trim() === "" ? "Your message." : draft.message;
  const preview = previewOf(subject, { ...draft, message }, now);
  return (
    <section
      aria-label="Preview of the public update"
      className="grid gap-3 rounded-lg border border-warning bg-warning-surface p-3 max-sm:-mx-4 max-sm:rounded-none max-sm:border-x-0 max-sm:px-0"
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-[0.8125rem] max-sm:px-4">
        <span className="inline-flex items-center gap-1.5 font-semibold text-warning">
          <Globe aria-hidden className="size-3.5" />
          Visible to everyone
        </span>
        <span>As it will stand on the status page, all times in UTC.</span>
      </p>
      <Verdict verdict={preview.verdict} asOf={now} />
      <PreviewedIncident preview={preview} />
    </section>
  );
}

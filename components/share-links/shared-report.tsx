import { MarkdownText } from "@/components/postmortems/markdown-text";
import { Time } from "@/components/time";
import type { SharedReport } from "@/db/queries/public/report";
import type { MarkdownReading } from "@/lib/markdown/read";
import { SharedSection } from "./shared-section";

type SharedReportSectionProps = {
  report: Omit<SharedReport, "body">;
  reading: MarkdownReading;
};

/** What the link shows of the postmortem. */
export function SharedReportSection({ report, reading }: SharedReportSectionProps) {
  return (
    <SharedSection title="Postmortem" id="postmortem">
      <p className="mb-4 text-[0.8125rem] text-muted-foreground">
        Edition {report.edition}, published <Time at={report.at} />
      </p>
      <MarkdownText reading={reading} />
    </SharedSection>
  );
}

import { MarkdownText } from "@/components/postmortems/markdown-text";
import { Time } from "@/components/time";
import type { PublicReport } from "@/db/queries/public/report";
import type { MarkdownReading } from "@/lib/markdown/read";

type ReportProps = { report: Omit<PublicReport, "body">; reading: MarkdownReading };

/** What was published of the postmortem, with its date and what changed since. */
export function Report({ report: { at, update }, reading }: ReportProps) {
  return (
    <section
      aria-labelledby="report"
      className="mt-8 rounded-xl border border-border bg-card p-5 shadow-xs sm:p-6"
    >
      <h2 id="report" className="text-base font-semibold">
        Report
      </h2>
      <p className="text-[0.8125rem] text-muted-foreground">
        Published <Time at={at} />
      </p>
      {update && (
        <p className="mt-1 text-[0.8125rem] wrap-anywhere">
          Updated on <Time at={update.at} />: {update.note}
        </p>
      )}
      <div className="mt-5">
        <MarkdownText reading={reading} />
      </div>
    </section>
  );
}

import { MarkdownText } from "@/components/postmortems/markdown-text";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import type { PublishedText } from "@/lib/domain/published-text";
import type { MarkdownReading } from "@/lib/markdown/read";

type OutsidePreviewProps = {
  title: string;
  published: Omit<PublishedText, "text">;
  reading: MarkdownReading;
};

/** The text to the letter as outsiders will read it, and what its publisher has to know of it. */
export function OutsidePreview({ title, published, reading }: OutsidePreviewProps) {
  const { problems, leftOut, addresses } = published;
  return (
    <section aria-labelledby="preview" className="grid min-w-0 gap-4">
      <h2 id="preview" className="text-base font-semibold">
        {title}
      </h2>
      {problems.length > 0 && (
        <Alert variant="danger">
          <AlertTitle>This cannot go out yet</AlertTitle>
          <AlertDescription>
            <ul className="list-disc ps-5">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </AlertDescription>
        </Alert>
      )}
      {leftOut.length > 0 && (
        <p className="text-[0.8125rem] text-muted-foreground">Left out: {leftOut.join(", ")}.</p>
      )}
      {addresses.length > 0 && (
        <div className="text-[0.8125rem] text-muted-foreground">
          <p>Its links lead to:</p>
          <ul className="list-disc ps-5">
            {addresses.map((address) => (
              <li key={address} className="wrap-anywhere">
                {address}
              </li>
            ))}
          </ul>
        </div>
      )}
      <article className="min-w-0 rounded-lg border border-border bg-card p-4 sm:p-6">
        <MarkdownText reading={reading} />
      </article>
    </section>
  );
}

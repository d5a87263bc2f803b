import type { ReactNode } from "react";
import type { Preview } from "@/lib/domain/share-left-out";
import { SharedParts, SharedStanding } from "./shared-incident";

type SharePreviewProps = {
  preview: Preview;
  /** What the record holds besides and the reader does not get. */
  facts: string[];
  page: number;
  report?: ReactNode;
};

/** The page as somebody with the link sees it, with what is left out of it highlighted. */
export function SharePreview({ preview, facts, page, report }: SharePreviewProps) {
  return (
    <div className="grid gap-5">
      <div>
        <SharedStanding incident={preview} />
        <p className="mt-2 text-xl leading-tight font-semibold wrap-anywhere">{preview.title}</p>
      </div>
      <section
        aria-labelledby="left-out"
        className="rounded-md border border-dashed border-warning bg-warning-surface p-4"
      >
        <h3 id="left-out" className="mb-1 font-medium text-warning">
          Left out besides
        </h3>
        <ul className="list-disc ps-5">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </section>
      <SharedParts incident={preview} page={page} report={report} />
    </div>
  );
}

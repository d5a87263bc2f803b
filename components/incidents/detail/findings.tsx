"use client";

import { useEffect, useRef } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import { findingKey } from "@/lib/domain/public-check";
import type { Finding } from "@/lib/domain/public-check/finding";
import { FIELD_BREAK } from "@/lib/domain/public-check/confirmed";

type FindingsProps = {
  findings: Finding[];
  /** The field that the writer goes back to. */
  textId: string;
  words?: { title: string; back: string; confirm: string };
};

const POST = {
  title: "Before everyone reads it",
  back: "Change the text",
  confirm: "Post anyway",
};

/** Where the text and the record differ, with both ways on: change it, or post it as it is. */
export function Findings({ findings, textId, words = POST }: FindingsProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [findings]);

  return (
    <section
      ref={box}
      id={`${textId}-findings`}
      tabIndex={-1}
      aria-label={words.title}
      className="grid gap-3 rounded-lg border border-warning bg-warning-surface p-3"
    >
      <p className="font-semibold text-warning">{words.title}</p>
      <ul className="grid gap-2.5">
        {findings.map((finding) => (
          <li key={findingKey(finding)} className="border-s-2 border-warning ps-3">
            {finding.quote !== "" && <p className="font-medium wrap-anywhere">“{finding.quote}”</p>}
            <p className="wrap-anywhere">
              {finding.says} {finding.question}
            </p>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        <a
          href={`#${textId}`}
          className="inline-flex min-h-9 items-center font-medium text-link underline-offset-4 hover:underline pointer-coarse:min-h-11"
        >
          {words.back}
        </a>
        <SubmitButton
          variant="outline"
          name="confirmed"
          value={findings.map(findingKey).join(FIELD_BREAK)}
        >
          {words.confirm}
        </SubmitButton>
      </div>
    </section>
  );
}

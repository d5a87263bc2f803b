"use client";

import { useState, type FormEvent, type ReactNode } from "react";
import { qualityOf } from "@/lib/domain/action-quality";
import { proposalFor, type DeadlineGuide } from "@/lib/domain/deadline-guide";
import { useGuide } from "./deadlines/guided";

type AdvisedProps = {
  /** What the fields begin with, and what stands in the item beside them. */
  start: Record<string, string>;
  className?: string;
  children: ReactNode;
};

const FIELDS = ["title", "owner", "priority", "type", "deadline", "noDeadline", "key"] as const;

/** An action item's fields, with how well it can be followed up while it is written. It is only advice. */
export function Advised({ start, className, children }: AdvisedProps) {
  const [texts, setTexts] = useState(start);
  const guide = useGuide();
  const deadline = texts.deadline || (guide && policyDay(guide, texts));
  const { score, advice } = qualityOf({ ...texts, title: texts.title ?? "", deadline });

  function read({ currentTarget }: FormEvent<HTMLElement>) {
    const form = currentTarget.closest("form");
    if (!form) return;
    const typed = new FormData(form);
    const textOf = (name: string) => String(typed.get(name) ?? start[name] ?? "");
    setTexts(Object.fromEntries(FIELDS.map((name) => [name, textOf(name)])));
  }

  return (
    <div onInput={read} className={className}>
      {children}
      <div className="mt-3 rounded-md bg-muted px-3 py-2 text-[0.8125rem] leading-5">
        <p role="status" className="font-medium">
          Quality {score} of 100
        </p>
        {advice.length > 0 && (
          <ul aria-label="What would make it better" className="mt-0.5 list-disc ps-5">
            {advice.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** The day that an item gets where its deadline is left empty. */
function policyDay(guide: DeadlineGuide, texts: Record<string, string>): string | null | undefined {
  const { key = "", owner = "", priority = "", noDeadline } = texts;
  return noDeadline ? null : proposalFor(guide, { key, owner, priority })?.day;
}

import { MessageCircleQuestion } from "lucide-react";
import { Time } from "@/components/time";
import type { GapQuestion } from "@/db/queries/gap-questions";
import { ROW_GRID } from "./row-grid";

/** What was asked about a silence, and whether it was answered. */
export function QuestionRow({ question }: { question: GapQuestion }) {
  const { person, note, askedBy, askedAt, answeredAt, answeredBy } = question;
  return (
    <li className={ROW_GRID}>
      <span aria-hidden />
      <span aria-hidden className="flex justify-center pt-0.5">
        <MessageCircleQuestion className="size-4 bg-card text-muted-foreground" />
      </span>
      <div className="pb-2 text-[0.8125rem] leading-5">
        <p className="text-muted-foreground">
          {askedBy} asked {person}, <Time at={askedAt} />
        </p>
        <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{note}</p>
        <p className="text-muted-foreground">
          {answeredAt === null ? (
            "Not answered yet."
          ) : (
            <>
              Answered by {answeredBy}, <Time at={answeredAt} />
            </>
          )}
        </p>
      </div>
    </li>
  );
}

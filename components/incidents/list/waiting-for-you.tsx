import { MessageCircleQuestion } from "lucide-react";
import Link from "next/link";
import type { WaitingQuestion } from "@/db/queries/gap-questions";
import { formatTime } from "@/lib/format";

/** What people ask the reader about silences in timelines. */
export function WaitingForYou({ questions }: { questions: WaitingQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <section
      aria-labelledby="waiting-title"
      className="mb-4 rounded-lg border border-ring bg-info-surface px-4 py-3"
    >
      <h2 id="waiting-title" className="flex items-center gap-2 text-sm font-semibold">
        <MessageCircleQuestion aria-hidden className="size-4 text-info" />
        Waiting for you ({questions.length})
      </h2>
      <ul className="mt-1 grid">
        {questions.map(({ id, key, title, askedBy, startsAt, endsAt }) => (
          <li key={id}>
            <Link
              href={`/incidents/${key}#question-${id}`}
              className="inline-flex min-h-6 items-center text-link underline-offset-4 hover:underline pointer-coarse:min-h-11"
            >
              {key} {title}: {askedBy} asks what happened between {formatTime(startsAt)} and{" "}
              {formatTime(endsAt)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

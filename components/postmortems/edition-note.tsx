import Link from "next/link";
import { Time } from "@/components/time";

type EditionNoteProps = {
  incidentKey: string;
  edition: { number: number; publishedAt: number } | undefined;
  isEdited: boolean;
};

/** Which edition was published last, and whether the text has gone on since. */
export function EditionNote({ incidentKey, edition, isEdited }: EditionNoteProps) {
  if (!edition) return null;
  const path = `/incidents/${encodeURIComponent(incidentKey)}/postmortem`;
  return (
    <p className="mb-4 text-[0.8125rem] text-muted-foreground">
      {isEdited ? "Edited since " : "As published in "}
      <Link
        href={`${path}/editions/${edition.number}`}
        className="text-link underline underline-offset-2"
      >
        edition {edition.number}
      </Link>
      {isEdited && " was published"}, <Time at={edition.publishedAt} />.
    </p>
  );
}

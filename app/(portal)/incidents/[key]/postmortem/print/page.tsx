import Link from "next/link";
import { notFound } from "next/navigation";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { PaperFooter } from "@/components/postmortems/print/paper-footer";
import { PrintButton } from "@/components/postmortems/print/print-button";
import { Time } from "@/components/time";
import { getEdition } from "@/db/queries/editions";
import { getPostmortem } from "@/db/queries/postmortems";
import { nextEditionOf } from "@/db/queries/publication";
import { findIncidentByKey } from "@/db/queries/record";
import { getStanding } from "@/db/queries/reviews";
import { requireViewer } from "@/lib/auth/viewer";
import { STATE_WORDS } from "@/lib/domain/publication/words";
import { readMarkdown } from "@/lib/markdown/read";

type PrintPageProps = {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ edition?: string | string[] }>;
};

export async function generateMetadata({ params }: PrintPageProps) {
  await requireViewer();
  return { title: `Postmortem of ${(await params).key} on paper` };
}

export default async function PrintPage({ params, searchParams }: PrintPageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const incident = findIncidentByKey(viewer, key);
  const stored = incident && getPostmortem(incident.id);
  if (!incident || !stored) notFound();
  const asked = (await searchParams).edition;
  const edition = asked === undefined ? undefined : getEdition(incident.id, Number(asked));
  if (asked !== undefined && !edition) notFound();
  const text = edition?.body ?? nextEditionOf(viewer, incident.id)?.text ?? stored.body;
  const what = edition
    ? `Edition ${edition.number}`
    : `${STATE_WORDS[getStanding(incident.id).state]}, version ${stored.version}`;

  return (
    <div data-paper className="mx-auto max-w-[72ch]">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3 print:hidden">
        <Link
          href={`/incidents/${encodeURIComponent(key)}/postmortem`}
          className="touch-target text-link hover:underline"
        >
          Back to the postmortem of {key}
        </Link>
        <PrintButton />
      </div>
      <h1 className="text-2xl leading-tight font-semibold tracking-tight wrap-anywhere">
        Postmortem: {incident.title}
      </h1>
      <p className="mt-1 mb-6 text-[0.8125rem] text-muted-foreground">
        {key} · {what},{" "}
        {edition ? (
          <>
            published <Time at={edition.publishedAt} /> by {edition.publishedBy}
          </>
        ) : (
          <>
            saved <Time at={stored.updatedAt} /> by {stored.updatedBy}
          </>
        )}
      </p>
      {edition?.note && <p className="mb-6 wrap-anywhere">What changed: {edition.note}</p>}
      <article>
        <MarkdownText reading={await readMarkdown(text)} />
      </article>
      <PaperFooter text={`${key} · ${what}`} />
    </div>
  );
}

import Link from "next/link";
import { notFound } from "next/navigation";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import { PostmortemNav } from "@/components/postmortems/postmortem-nav";
import { PageHeader } from "@/components/shell/page-header";
import { Time } from "@/components/time";
import { Button } from "@/components/ui/button";
import { getEdition } from "@/db/queries/editions";
import { isEditedSince } from "@/db/queries/publication";
import { findIncidentByKey } from "@/db/queries/record";
import { requireViewer } from "@/lib/auth/viewer";
import { readMarkdown } from "@/lib/markdown/read";

type EditionPageProps = { params: Promise<{ key: string; number: string }> };

const LINK = "text-link underline underline-offset-2";

export async function generateMetadata({ params }: EditionPageProps) {
  await requireViewer();
  const { key, number } = await params;
  return { title: `Postmortem of ${key}, edition ${number}` };
}

export default async function EditionPage({ params }: EditionPageProps) {
  const viewer = await requireViewer();
  const { key, number } = await params;
  const incident = findIncidentByKey(viewer, key);
  const edition = incident && getEdition(incident.id, Number(number));
  if (!incident || !edition) notFound();
  const before = getEdition(incident.id, edition.number - 1);
  const newest = getEdition(incident.id)?.number ?? edition.number;
  const path = `/incidents/${encodeURIComponent(key)}/postmortem`;

  return (
    <>
      <PageHeader
        title={`Postmortem, edition ${edition.number}`}
        description={
          <>
            Published <Time at={edition.publishedAt} /> by {edition.publishedBy}.{" "}
            <Link href={`/incidents/${encodeURIComponent(key)}`} className={LINK}>
              {key}: {incident.title}
            </Link>
          </>
        }
        actions={
          <>
            <Button asChild variant="outline">
              <Link href={`${path}/print?edition=${edition.number}`}>Print</Link>
            </Button>
            <Button asChild variant="outline">
              <a href={`${path}/export?edition=${edition.number}`} download>
                Markdown file
              </a>
            </Button>
          </>
        }
      />
      <PostmortemNav incidentKey={key} shown="Publish" />
      <div className="grid max-w-[76ch] gap-4">
        {edition.note && (
          <p className="wrap-anywhere">
            What changed since edition {edition.number - 1}: {edition.note}{" "}
            {before && (
              <Link
                href={`${path}/history?from=${before.version}&to=${edition.version}`}
                className={LINK}
              >
                Compare both
              </Link>
            )}
          </p>
        )}
        {newest > edition.number ? (
          <p role="note">
            A newer one was published:{" "}
            <Link href={`${path}/editions/${newest}`} className={LINK}>
              edition {newest}
            </Link>
          </p>
        ) : (
          isEditedSince(incident.id, edition) && (
            <p role="note">
              Edited since edition {edition.number} was published.{" "}
              <Link href={path} className={LINK}>
                The text as it stands
              </Link>
            </p>
          )
        )}
        {edition.showsRoles && (
          <p className="text-[0.8125rem] text-muted-foreground">Names are shown as roles.</p>
        )}
        <article className="min-w-0 rounded-lg border border-border bg-card p-4 sm:p-6">
          <MarkdownText reading={await readMarkdown(edition.body)} />
        </article>
      </div>
    </>
  );
}

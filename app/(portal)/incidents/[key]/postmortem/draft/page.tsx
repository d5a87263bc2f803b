import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { RedraftForm } from "@/components/postmortems/draft/redraft-form";
import { RedraftSectionCard } from "@/components/postmortems/draft/redraft-section";
import { SectionStates } from "@/components/postmortems/draft/section-states";
import { PostmortemNav } from "@/components/postmortems/postmortem-nav";
import { PageHeader } from "@/components/shell/page-header";
import { findDrafts } from "@/db/queries/postmortem-drafts";
import { findIncidentByKey } from "@/db/queries/record";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { readable } from "@/lib/domain/readable";
import { compareDrafts, type RedraftSection } from "@/lib/domain/redraft";
import { wordChanges } from "@/lib/text-changes";
import { redraftAction } from "./actions";

type DraftPageProps = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: DraftPageProps) {
  await requireViewer();
  return { title: `Draft again: postmortem of ${(await params).key}` };
}

export default async function DraftPage({ params }: DraftPageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const incident = findIncidentByKey(viewer, key);
  if (!incident) notFound();
  const path = `/incidents/${encodeURIComponent(key)}/postmortem`;
  const drafts = findDrafts(incident.id);
  if (!drafts || !can(viewer, "postmortem:edit")) redirect(path);

  const sections = compareDrafts(drafts);
  const open = sections.filter(isOpen);

  return (
    <>
      <PageHeader
        title="Draft again"
        description={
          <>
            What the record gives now, beside what stands in the{" "}
            <Link href={path} className="text-link underline underline-offset-2">
              postmortem of {key}
            </Link>
            . What people wrote stays.
          </>
        }
      />
      <PostmortemNav incidentKey={key} shown="Write" />
      <div className="grid max-w-3xl gap-4">
        {open.length === 0 ? (
          <p className="rounded-lg border border-dashed border-border px-4 py-10 text-center text-muted-foreground">
            The record gives nothing that the text does not have.
          </p>
        ) : (
          <RedraftForm incidentKey={key} seen={drafts.seen} action={redraftAction}>
            {open.map((section) => (
              <RedraftSectionCard
                key={section.name}
                section={section}
                changes={changesIn(section)}
              />
            ))}
          </RedraftForm>
        )}
        <SectionStates sections={sections.filter((section) => !isOpen(section))} />
      </div>
    </>
  );
}

const changesIn = ({ kind, mine, theirs }: RedraftSection) =>
  kind === "changed" ? wordChanges(readable(mine), readable(theirs)) : undefined;

/** True where there is something to decide. */
const isOpen = ({ kind, offers }: RedraftSection): boolean =>
  offers.length > 0 || ["changed", "missing", "removed"].includes(kind);

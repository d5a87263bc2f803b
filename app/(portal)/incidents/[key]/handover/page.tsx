import Link from "next/link";
import { notFound } from "next/navigation";
import { BriefPart } from "@/components/incidents/people/brief-part";
import { BRIEF_PARTS } from "@/components/incidents/people/brief-text";
import { CopyBrief } from "@/components/incidents/people/copy-brief";
import { PrivateMark } from "@/components/incidents/people/private-mark";
import { PageHeader } from "@/components/shell/page-header";
import { Time } from "@/components/time";
import { getHandover } from "@/db/queries/handover";
import { requireViewer } from "@/lib/auth/viewer";
import { holderNames } from "@/lib/domain/roles";

type HandoverPageProps = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: HandoverPageProps) {
  await requireViewer();
  return { title: `Handover of ${(await params).key}` };
}

export default async function HandoverPage({ params }: HandoverPageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const handover = getHandover(viewer, key);
  if (!handover) notFound();
  const { incident, roles, brief, at } = handover;
  const heading = `Handover of ${key}: ${incident.title}`;
  const held = roles.filter(({ holders }) => holders.length > 0);

  return (
    <div className="mx-auto grid max-w-3xl gap-4">
      <PageHeader
        title={`Handover of ${key}`}
        description={
          <>
            <Link
              href={`/incidents/${key}`}
              className="touch-target text-link underline underline-offset-4"
            >
              {incident.title}
            </Link>
            , as of <Time at={at} />
          </>
        }
        actions={<CopyBrief heading={heading} brief={brief} at={at} />}
      />
      {incident.isPrivate && <PrivateMark />}
      {held.length > 0 && (
        <p>{held.map(({ role, holders }) => `${role}: ${holderNames(holders)}`).join(". ")}.</p>
      )}
      {BRIEF_PARTS.map(({ part, title, empty }) => (
        <BriefPart key={part} id={part} title={title} empty={empty} lines={brief[part]} />
      ))}
    </div>
  );
}

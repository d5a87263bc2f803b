import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { CreateShareLinkForm } from "@/components/share-links/create-share-link";
import { Publishing } from "@/components/share-links/publishing";
import { ShareLinkList } from "@/components/share-links/share-link-list";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { findIncidentByKey } from "@/db/queries/record";
import { listShareLinks } from "@/db/queries/share-links";
import { findPublicId, listPublishable } from "@/db/queries/status-page";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import {
  createShareLinkAction,
  publishWaitingAction,
  retractUpdateAction,
  revokeShareLinkAction,
} from "./actions";

type SharePageProps = { params: Promise<{ key: string }> };

export async function generateMetadata({ params }: SharePageProps) {
  await requireViewer();
  return { title: `Share ${(await params).key}` };
}

export default async function SharePage({ params }: SharePageProps) {
  const viewer = await requireViewer();
  const { key } = await params;
  const incident = findIncidentByKey(viewer, key);
  if (!incident) notFound();
  const publicId = findPublicId(incident.id);
  const canShare = can(viewer, "share-link:manage") && !incident.isPrivate;
  const canPublish = can(viewer, "incident:publish") && !incident.isPrivate;

  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <PageHeader
        title={`Share ${key}`}
        description={
          <Link href={`/incidents/${key}`} className="touch-target text-link hover:underline">
            {incident.title}
          </Link>
        }
      />
      {incident.isPrivate && (
        <p className="rounded-lg border border-border bg-card px-4 py-3.5">
          {key} is private, so it can be neither shared nor published. Whoever may change that makes
          it visible to everyone on its page first.
        </p>
      )}
      <Card aria-labelledby="links">
        <CardHeader>
          <CardTitle id="links">Share links</CardTitle>
          <CardDescription>
            A link opens a read-only page for people without an account. Internal notes,
            people&rsquo;s e-mails and metadata are never included. Each has a preview.
          </CardDescription>
        </CardHeader>
        <CardContent className="grid gap-4">
          {canShare && <CreateShareLinkForm incidentKey={key} action={createShareLinkAction} />}
          <ShareLinkList
            incidentKey={key}
            links={listShareLinks(incident.id)}
            revokeAction={canShare ? revokeShareLinkAction : undefined}
          />
        </CardContent>
      </Card>
      <Card aria-labelledby="status-page">
        <CardHeader>
          <CardTitle id="status-page">Status page</CardTitle>
          <CardDescription>
            {publicId ? (
              <a href={`/status/incidents/${publicId}`} className="text-link hover:underline">
                Open the public page of this incident
              </a>
            ) : (
              "Nothing of this incident is public. Each message is published by itself."
            )}
          </CardDescription>
        </CardHeader>
        <CardContent className="grid gap-3">
          <p className="text-[0.8125rem]">
            <Link href="/components" className="touch-target text-link hover:underline">
              The components that customers know
            </Link>
          </p>
          <Publishing
            incidentKey={key}
            messages={listPublishable(incident.id)}
            actions={
              canPublish
                ? { publish: publishWaitingAction, retract: retractUpdateAction }
                : undefined
            }
          />
        </CardContent>
      </Card>
    </div>
  );
}

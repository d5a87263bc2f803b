import Link from "next/link";
import { notFound } from "next/navigation";
import { LinkSettings } from "@/components/share-links/link-settings";
import { Receipts } from "@/components/share-links/receipts";
import { RotateLink } from "@/components/share-links/rotate-link";
import { SharePreview } from "@/components/share-links/share-preview";
import { SharedReportSection } from "@/components/share-links/shared-report";
import { SmallAction } from "@/components/share-links/small-action";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { findIncidentByKey } from "@/db/queries/record";
import { countFollowers, findLinkOf, listShareViews } from "@/db/queries/share-links";
import { readSharePreview } from "@/db/queries/share-preview";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { readMarkdown } from "@/lib/markdown/read";
import { changeShareLinkAction, revokeShareLinkAction, rotateShareLinkAction } from "../actions";

type LinkPageProps = {
  params: Promise<{ key: string; link: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export async function generateMetadata({ params }: LinkPageProps) {
  await requireViewer();
  return { title: `Share link of ${(await params).key}` };
}

export default async function LinkPage({ params, searchParams }: LinkPageProps) {
  const viewer = await requireViewer();
  const { key, link: id } = await params;
  const incident = findIncidentByKey(viewer, key);
  const link = incident && findLinkOf(incident.id, Number(id));
  if (!incident || !link) notFound();

  const { preview, facts, report } = readSharePreview(link);
  const mayChange =
    can(viewer, "share-link:manage") && !incident.isPrivate && link.state === "active";
  const page = Number((await searchParams).page) || 1;
  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <PageHeader
        title={`Link for ${link.label}`}
        description={
          <Link href={`/incidents/${key}/share`} className="touch-target text-link hover:underline">
            Share {key}
          </Link>
        }
      />
      {link.state !== "active" && (
        <p className="rounded-lg border border-border bg-card px-4 py-3.5">
          This link {link.state === "revoked" ? "was revoked" : "has expired"}: whoever opens it is
          told that it does not work.
        </p>
      )}
      {mayChange && (
        <Card aria-labelledby="settings">
          <CardHeader>
            <CardTitle id="settings">What it shows</CardTitle>
          </CardHeader>
          <CardContent>
            <LinkSettings link={link} action={changeShareLinkAction} />
          </CardContent>
        </Card>
      )}
      <Card aria-labelledby="receipts">
        <CardHeader>
          <CardTitle id="receipts">Receipts</CardTitle>
        </CardHeader>
        <CardContent>
          <Receipts
            link={link}
            days={listShareViews(link.id)}
            followers={countFollowers(link.id)}
          />
        </CardContent>
      </Card>
      {mayChange && (
        <Card aria-labelledby="ending">
          <CardHeader>
            <CardTitle id="ending">New address, or none</CardTitle>
          </CardHeader>
          <CardContent className="grid gap-5">
            <RotateLink id={link.id} action={rotateShareLinkAction} />
            <SmallAction
              action={revokeShareLinkAction}
              fields={{ id: link.id }}
              label={`Revoke the link for ${link.label}`}
            >
              Revoke
            </SmallAction>
          </CardContent>
        </Card>
      )}
      <Card aria-labelledby="preview">
        <CardHeader>
          <CardTitle id="preview">Preview</CardTitle>
          <CardDescription>
            What they see. What is highlighted is not on their page.
          </CardDescription>
        </CardHeader>
        <CardContent>
          <SharePreview
            preview={preview}
            facts={facts}
            page={page}
            report={
              report && (
                <SharedReportSection report={report} reading={await readMarkdown(report.body)} />
              )
            }
          />
        </CardContent>
      </Card>
    </div>
  );
}

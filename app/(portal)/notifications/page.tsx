import Link from "next/link";
import { notFound } from "next/navigation";
import { AddChannel } from "@/components/notifications/add-channel";
import { ChannelList } from "@/components/notifications/channel-list";
import { MatrixForm } from "@/components/notifications/matrix-form";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { countByChannel, listChannels, listRules } from "@/db/queries/channels";
import { listServices } from "@/db/queries/components";
import { listTeams } from "@/db/queries/teams";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { addChannelAction, changeRulesAction } from "./actions";

export const metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const viewer = await requireViewer();
  if (!can(viewer, "notification:manage")) notFound();
  const channels = listChannels();

  return (
    <div className="mx-auto grid max-w-5xl gap-5">
      <PageHeader
        title="Notifications"
        description={
          <>
            Where Muster tells of what happens. People choose{" "}
            <Link href="/account/notifications" className="text-link underline underline-offset-4">
              on a page of their own
            </Link>{" "}
            what they hear of by mail, and what became of each message stands among the{" "}
            <Link href="/messages" className="text-link underline underline-offset-4">
              messages
            </Link>
            . No channel hears of private incidents.
          </>
        }
      />
      {channels.length > 0 ? (
        <>
          <section aria-label="Channels">
            <ChannelList channels={channels} counts={countByChannel(["waiting", "failed"])} />
          </section>
          <Card aria-labelledby="matrix" className="min-w-0">
            <CardHeader>
              <CardTitle id="matrix">Who hears what</CardTitle>
              <CardDescription>
                For each happening, from which severities a channel is told.
              </CardDescription>
            </CardHeader>
            <CardContent>
              <MatrixForm channels={channels} rules={listRules()} action={changeRulesAction} />
            </CardContent>
          </Card>
        </>
      ) : (
        <p className="rounded-lg border border-dashed border-border bg-card px-6 py-12 text-center text-muted-foreground">
          There is no channel yet: only people hear of what happens, by mail.
        </p>
      )}
      <Card aria-labelledby="add">
        <CardHeader>
          <CardTitle id="add">Add a channel</CardTitle>
        </CardHeader>
        <CardContent>
          <AddChannel services={listServices()} teams={listTeams()} action={addChannelAction} />
        </CardContent>
      </Card>
    </div>
  );
}

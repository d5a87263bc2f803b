import Link from "next/link";
import { notFound } from "next/navigation";
import { ChangeButton } from "@/components/form/change-button";
import { MessageList } from "@/components/messages/message-list";
import { ChannelState } from "@/components/notifications/channel-list";
import { EditChannel } from "@/components/notifications/edit-channel";
import { RenewSecret } from "@/components/notifications/renew-secret";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { listChannels } from "@/db/queries/channels";
import { listServices } from "@/db/queries/components";
import { listMessages } from "@/db/queries/outbox";
import { listTeams } from "@/db/queries/teams";
import { requireViewer } from "@/lib/auth/viewer";
import { CHANNEL_KIND_NAMES } from "@/lib/domain/channel";
import { can } from "@/lib/domain/permissions";
import { sendAgainAction } from "../../messages/actions";
import {
  editChannelAction,
  removeChannelAction,
  renewChannelSecretAction,
  switchChannelAction,
  testChannelAction,
} from "../actions";

export const metadata = { title: "Channel" };

const SHOWN_MESSAGES = 50;

type ChannelPageProps = { params: Promise<{ channel: string }> };

export default async function ChannelPage({ params }: ChannelPageProps) {
  const viewer = await requireViewer();
  const { channel: number } = await params;
  if (!can(viewer, "notification:manage")) notFound();
  const channel = listChannels().find(({ id }) => String(id) === number);
  if (!channel) notFound();
  const { id, kind, name, hint, isOn, problem } = channel;
  const messages = listMessages({
    state: undefined,
    channelId: id,
    page: 1,
    perPage: SHOWN_MESSAGES,
  });

  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <PageHeader
        title={name}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <ChannelState channel={channel} />
            <span className="wrap-anywhere">
              {CHANNEL_KIND_NAMES[kind]} · {hint} ·{" "}
              <Link href="/notifications" className="text-link underline underline-offset-4">
                all channels
              </Link>
            </span>
          </span>
        }
        actions={
          <>
            <ChangeButton action={testChannelAction} fields={{ id }} variant="outline">
              Send a test
            </ChangeButton>
            <ChangeButton action={switchChannelAction} fields={{ id, to: isOn ? "off" : "on" }}>
              {isOn ? "Switch off" : "Switch on"}
            </ChangeButton>
            <ChangeButton action={removeChannelAction} fields={{ id }}>
              Remove
            </ChangeButton>
          </>
        }
      />
      {problem !== null && <p>The last attempt failed: {problem}</p>}
      <section aria-labelledby="sent" className="grid gap-2">
        <h2 id="sent" className="text-base font-semibold">
          Messages
        </h2>
        {messages.length > 0 ? (
          <MessageList messages={messages} sendAgainAction={sendAgainAction} />
        ) : (
          <p className="text-muted-foreground">Nothing was sent yet.</p>
        )}
      </section>
      <Card aria-labelledby="edit">
        <CardHeader>
          <CardTitle id="edit">Change it</CardTitle>
        </CardHeader>
        <CardContent>
          <EditChannel
            channel={channel}
            services={listServices()}
            teams={listTeams()}
            action={editChannelAction}
          />
        </CardContent>
      </Card>
      {kind === "webhook" && (
        <Card aria-labelledby="secret">
          <CardHeader>
            <CardTitle id="secret">Signing secret</CardTitle>
          </CardHeader>
          <CardContent>
            <RenewSecret id={id} action={renewChannelSecretAction} />
          </CardContent>
        </Card>
      )}
    </div>
  );
}

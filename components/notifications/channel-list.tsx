import Link from "next/link";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Channel } from "@/db/queries/channels";
import { CHANNEL_KIND_NAMES } from "@/lib/domain/channel";

type Waiting = ReadonlyMap<number, ReadonlyMap<"waiting" | "failed" | "sent" | "dropped", number>>;

type ChannelListProps = { channels: Channel[]; counts: Waiting };

/** Channels with how they fare. */
export function ChannelList({ channels, counts }: ChannelListProps) {
  return (
    <Card>
      <ul className="divide-y divide-border">
        {channels.map((channel) => {
          const count = counts.get(channel.id);
          return (
            <li key={channel.id} className="grid gap-1 px-4 py-3 text-sm">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <ChannelState channel={channel} />
                <Link
                  href={`/notifications/${channel.id}`}
                  className="touch-target font-medium text-link underline underline-offset-4 wrap-anywhere"
                >
                  {channel.name}
                </Link>
                {!channel.isInternal && <Badge variant="warning">People outside</Badge>}
              </p>
              <p className="text-muted-foreground wrap-anywhere">
                {CHANNEL_KIND_NAMES[channel.kind]} · {channel.hint}
                {channel.service !== null && ` · only ${channel.service}`}
                {channel.team !== null && ` · only services of ${channel.team}`}
                {channel.sentAt !== null && (
                  <>
                    {" "}
                    · last heard <Time at={channel.sentAt} show="age" />
                  </>
                )}
                {count?.get("waiting") ? ` · ${count.get("waiting")} waiting` : ""}
                {count?.get("failed") ? ` · ${count.get("failed")} failed` : ""}
              </p>
              {channel.problem !== null && (
                <p className="wrap-anywhere">The last attempt failed: {channel.problem}</p>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

export function ChannelState({ channel }: { channel: Pick<Channel, "isOn" | "problem"> }) {
  if (!channel.isOn) return <Badge variant="secondary">Off</Badge>;
  return channel.problem === null ? (
    <Badge variant="success">On</Badge>
  ) : (
    <Badge variant="danger">Failing</Badge>
  );
}

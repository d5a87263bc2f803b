import { notFound } from "next/navigation";
import { ChangeButton } from "@/components/form/change-button";
import { MessageList } from "@/components/messages/message-list";
import { PublicPageNav } from "@/components/page-settings/public-page-nav";
import { PageHeader } from "@/components/shell/page-header";
import { SubscriberSince, SubscriberState } from "@/components/subscribers/subscriber-state";
import { listMessages } from "@/db/queries/outbox";
import { getSubscriber } from "@/db/queries/subscribers";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { SUBSCRIBER_KIND_NAMES } from "@/lib/domain/subscriber";
import { sendAgainAction } from "../../messages/actions";
import { askAgainAction, removeSubscriberAction, switchOnAction } from "../actions";

export const metadata = { title: "Subscriber" };

const SHOWN_MESSAGES = 50;

type SubscriberPageProps = { params: Promise<{ id: string }> };

export default async function SubscriberPage({ params }: SubscriberPageProps) {
  const viewer = await requireViewer();
  const { id } = await params;
  if (!can(viewer, "subscriber:manage") || !/^\d{1,15}$/.test(id)) notFound();
  const subscriber = getSubscriber(Number(id));
  if (!subscriber) notFound();
  const { kind, address, state, components, problem } = subscriber;
  const messages = listMessages({
    state: undefined,
    subscriberId: subscriber.id,
    page: 1,
    perPage: SHOWN_MESSAGES,
  });
  const fields = { id: subscriber.id };

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={address}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <SubscriberState state={state} />
            <span>
              {SUBSCRIBER_KIND_NAMES[kind]} · <SubscriberSince {...subscriber} />
            </span>
          </span>
        }
        actions={
          <>
            {state === "asked" && (
              <ChangeButton action={askAgainAction} fields={fields}>
                Ask again to confirm
              </ChangeButton>
            )}
            {state === "failing" && (
              <ChangeButton action={switchOnAction} fields={fields}>
                Switch on again
              </ChangeButton>
            )}
            <ChangeButton action={removeSubscriberAction} fields={fields}>
              Remove
            </ChangeButton>
          </>
        }
      />
      <PublicPageNav viewer={viewer} />
      <div className="grid gap-4">
        <p>Hears of {components.length > 0 ? components.join(", ") : "everything"}.</p>
        {problem !== null && <p>The last attempt failed: {problem}</p>}
        <h2 className="text-base font-semibold">Messages</h2>
        {messages.length > 0 ? (
          <MessageList messages={messages} sendAgainAction={sendAgainAction} />
        ) : (
          <p className="text-muted-foreground">Nothing was sent yet.</p>
        )}
      </div>
    </div>
  );
}

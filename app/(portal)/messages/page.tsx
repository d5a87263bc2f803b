import Link from "next/link";
import { notFound } from "next/navigation";
import { MessageList } from "@/components/messages/message-list";
import { MessageStates } from "@/components/messages/message-states";
import { PageHeader } from "@/components/shell/page-header";
import { PagesNav } from "@/components/shell/pages-nav";
import { countMessages, listMessages } from "@/db/queries/outbox";
import { requireViewer } from "@/lib/auth/viewer";
import { messagesPath, readMessageFilters } from "@/lib/domain/message-list";
import { can } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import { sendAgainAction } from "./actions";

export const metadata = { title: "Messages" };

const PER_PAGE = 50;

type MessagesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MessagesPage({ searchParams }: MessagesPageProps) {
  const viewer = await requireViewer();
  if (!can(viewer, "message:manage")) notFound();
  const { state, page } = readMessageFilters(await searchParams);
  const messages = listMessages({ state, page, perPage: PER_PAGE });
  const counts = countMessages();
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const total = state === undefined ? all : (counts.get(state) ?? 0);

  return (
    <div className="mx-auto grid max-w-4xl gap-5">
      <PageHeader
        title="Messages"
        description={
          <>
            What Muster sends by itself:{" "}
            <Link href="/actions/reminders" className="text-link underline">
              reminders of action items
            </Link>
            , and what{" "}
            <Link href="/subscribers" className="text-link underline">
              subscribers
            </Link>{" "}
            of the public page, and{" "}
            <Link href="/notifications" className="text-link underline">
              channels and people
            </Link>{" "}
            in the portal are told.{" "}
            {env().smtpUrl === undefined
              ? "No mail server is set, so each is written as a file into the data folder’s outbox."
              : "They leave through the mail server. What it does not take is tried again for a day."}
          </>
        }
      />
      <MessageStates shown={state} counts={counts} />
      {messages.length > 0 ? (
        <div>
          <MessageList messages={messages} sendAgainAction={sendAgainAction} />
          <PagesNav
            {...{ page, total, perPage: PER_PAGE }}
            to={(next) => messagesPath({ state, page: next })}
          />
        </div>
      ) : (
        <p className="rounded-lg border border-dashed border-border bg-card px-6 py-16 text-center text-muted-foreground">
          {all === 0 ? "Nothing was sent yet." : "No message is in this state."}
        </p>
      )}
    </div>
  );
}

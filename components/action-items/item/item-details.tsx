import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { ChangeButton } from "@/components/form/change-button";
import type { FormAction } from "@/components/form/use-form";
import { FactList } from "@/components/incidents/detail/fact-list";
import { Section } from "@/components/incidents/detail/section";
import { Time } from "@/components/time";
import type { Item } from "@/db/queries/action-item";
import { isClosed } from "@/lib/domain/closing";
import type { TeamSource } from "@/lib/domain/team";
import { ticketName } from "@/lib/domain/ticket";
import { humanize } from "@/lib/format";
import { itemLink } from "./item-link";

type ItemDetailsProps = {
  item: Item;
  now: number;
  /** Gives the item to whoever looks at it; missing where it is theirs, or they may not. */
  takeAction: FormAction | undefined;
};

const FROM: Record<TeamSource, string> = {
  item: "chosen here",
  owner: "its owner’s first team",
  service: "its service’s team",
};

/** Whose an item is, and of what kind. */
export function ItemDetails({ item, now, takeAction }: ItemDetailsProps) {
  const { id, owner, person, team, priority, type, ticketUrl, ticketKey } = item;
  return (
    <Section id="details" title="Details">
      <FactList
        facts={[
          { label: "Owner", value: person ?? owner ?? "Nobody yet" },
          { label: "Team", value: team ? <TeamLink {...team} /> : "None" },
          { label: "Priority", value: priority ?? "Not set" },
          { label: "Type", value: type ? humanize(type) : "Not set" },
          {
            label: "Ticket",
            value: ticketUrl !== null && <Ticket url={ticketUrl} name={ticketKey} />,
          },
          { label: "Age", value: <Age item={item} now={now} /> },
        ]}
      />
      {takeAction && (
        <div className="-ms-2.5 mt-2 w-fit print:hidden">
          <ChangeButton
            action={takeAction}
            fields={{ id, owner: "me", seen: JSON.stringify({ owner: owner ?? "" }) }}
          >
            Take it
          </ChangeButton>
        </div>
      )}
    </Section>
  );
}

function TeamLink({ team, from }: NonNullable<Item["team"]>) {
  return (
    <>
      <Link href={`/teams/${team.slug}`} className={itemLink}>
        {team.name}
      </Link>
      <span className="block text-muted-foreground">{FROM[from]}</span>
    </>
  );
}

/** How many days an item has waited, or took until it was closed. */
function Age({ item, now }: { item: Item; now: number }) {
  const { status, bornAt, closedAt } = item;
  const days = Math.max(0, daysOf((closedAt ?? now) - bornAt));
  const isKnown = closedAt !== null || !isClosed(status);
  return (
    <>
      {isKnown && `${days.toLocaleString("en")} ${days === 1 ? "day" : "days"}, since `}
      <Time at={bornAt} />
    </>
  );
}

const daysOf = (ms: number) => Math.floor(ms / 86_400_000);

function Ticket({ url, name }: { url: string; name: string | null }) {
  return (
    <a href={url} target="_blank" rel="noreferrer" className={itemLink}>
      {ticketName(url, name)}
      <ExternalLink aria-hidden className="ms-1 inline size-3.5" />
      <span className="sr-only"> (opens a new tab)</span>
    </a>
  );
}

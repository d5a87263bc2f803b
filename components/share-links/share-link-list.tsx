import Link from "next/link";
import { Lifetime } from "@/components/lifetime";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import type { ShareLinkRow } from "@/db/queries/share-links";
import { SmallAction, type SmallFormAction } from "./small-action";
import { visitWords } from "./visit-words";

const STATES = {
  active: { word: "Works", look: "success" },
  expired: { word: "Expired", look: "secondary" },
  revoked: { word: "Revoked", look: "secondary" },
} as const;

type ShareLinkListProps = {
  incidentKey: string;
  links: ShareLinkRow[];
  /** Missing for people who may only look. */
  revokeAction: SmallFormAction | undefined;
};

export function ShareLinkList({ incidentKey, links, revokeAction }: ShareLinkListProps) {
  if (links.length === 0) {
    return <p className="text-muted-foreground">No links yet.</p>;
  }
  return (
    <ul className="divide-y divide-border">
      {links.map((link) => (
        <li key={link.id} className="grid gap-3 py-3 sm:grid-cols-[1fr_auto]">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
              <Link
                href={`/incidents/${incidentKey}/share/${link.id}`}
                className="touch-target text-link hover:underline"
              >
                {link.label}
              </Link>
              <Badge variant={STATES[link.state].look}>{STATES[link.state].word}</Badge>
              {link.hasPasscode && <Badge variant="secondary">Passcode</Badge>}
              {link.openQuestions > 0 && (
                <Badge variant="warning">
                  {link.openQuestions === 1 ? "1 question" : `${link.openQuestions} questions`}
                </Badge>
              )}
            </p>
            <ShareLinkFacts link={link} />
          </div>
          {revokeAction && link.state === "active" && (
            <SmallAction
              action={revokeAction}
              fields={{ id: link.id }}
              label={`Revoke the link for ${link.label}`}
            >
              Revoke
            </SmallAction>
          )}
        </li>
      ))}
    </ul>
  );
}

function ShareLinkFacts({ link }: { link: ShareLinkRow }) {
  const { createdBy, createdAt, expiresAt, revokedAt, lastViewedAt, views } = link;
  return (
    <p className="flex flex-wrap gap-x-4 text-[0.8125rem] text-muted-foreground">
      <span>
        Created by {createdBy}, <Time at={createdAt} />
      </span>
      <Lifetime expiresAt={expiresAt} revokedAt={revokedAt} />
      <span>
        {visitWords(views)}
        {lastViewedAt !== null && (
          <>
            , last <Time at={lastViewedAt} />
          </>
        )}
      </span>
    </p>
  );
}

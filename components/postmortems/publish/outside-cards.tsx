import Link from "next/link";
import { SmallAction, type SmallFormAction } from "@/components/share-links/small-action";
import { Time } from "@/components/time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";

type Common = {
  incidentKey: string;
  /** The newest edition; 0 for none. */
  edition: number;
  path: string;
};

type LinksCardProps = Common & {
  links: { id: number; label: string; expiresAt: number; showsPostmortem: boolean }[];
  /** The edition that the links show. */
  shared: number | undefined;
  /** Missing for people who may only look. */
  takeBack: SmallFormAction | undefined;
};

/** Which share links show the postmortem. */
export function LinksCard({ incidentKey, edition, path, links, shared, takeBack }: LinksCardProps) {
  const isShown = links.some(({ showsPostmortem }) => showsPostmortem);
  return (
    <Card aria-labelledby="links">
      <CardHeader>
        <CardTitle id="links">Share links</CardTitle>
        <CardDescription>
          {isShown
            ? `Chosen sections of edition ${shared ?? edition} are shown.`
            : "No share link shows the postmortem."}
        </CardDescription>
      </CardHeader>
      <CardContent className="grid gap-3">
        {links.length === 0 && (
          <p>
            No link to this incident works today.{" "}
            <Link
              href={`/incidents/${encodeURIComponent(incidentKey)}/share`}
              className="text-link underline underline-offset-2"
            >
              Make one under Share
            </Link>
          </p>
        )}
        <ul className="grid gap-2">
          {links.map(({ id, label, expiresAt, showsPostmortem }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2">
              <span className="min-w-0 wrap-anywhere">
                {label}{" "}
                <Badge variant={showsPostmortem ? "success" : "secondary"}>
                  {showsPostmortem ? "Shows the postmortem" : "Without the postmortem"}
                </Badge>{" "}
                <span className="text-[0.8125rem] text-muted-foreground">
                  expires <Time at={expiresAt} />
                </span>
              </span>
              {takeBack && showsPostmortem && (
                <SmallAction
                  action={takeBack}
                  fields={{ key: incidentKey, link: id }}
                  label={`Take the postmortem back from ${label}`}
                >
                  Take back
                </SmallAction>
              )}
            </li>
          ))}
        </ul>
        {takeBack && links.length > 0 && edition > 0 && (
          <Choose path={path}>Choose what share links show</Choose>
        )}
      </CardContent>
    </Card>
  );
}

type PublicCardProps = Common & {
  page:
    | {
        publicId: string;
        report: { edition: number; displayAt: number; updatedAt: number } | undefined;
      }
    | undefined;
  takeBack: SmallFormAction | undefined;
};

/** Whether the public page has a report. */
export function PublicCard({ incidentKey, edition, path, page, takeBack }: PublicCardProps) {
  const report = page?.report;
  return (
    <Card aria-labelledby="public">
      <CardHeader>
        <CardTitle id="public">Public incident page</CardTitle>
        <CardDescription>
          {report
            ? `Chosen sections of edition ${report.edition} are public.`
            : "Nothing of the postmortem is public."}
        </CardDescription>
      </CardHeader>
      <CardContent className="grid gap-3">
        {!page && (
          <p>
            This incident has no public page.{" "}
            <Link
              href={`/incidents/${encodeURIComponent(incidentKey)}/share`}
              className="text-link underline underline-offset-2"
            >
              Publish a message of it first, under Share
            </Link>
          </p>
        )}
        {page && (
          <p>
            <a
              href={`/status/incidents/${page.publicId}`}
              className="text-link underline underline-offset-2"
            >
              Open the public page
            </a>
          </p>
        )}
        {report && (
          <p className="text-[0.8125rem] text-muted-foreground">
            Published <Time at={report.displayAt} />
            {report.updatedAt !== report.displayAt && (
              <>
                , updated <Time at={report.updatedAt} />
              </>
            )}
          </p>
        )}
        {takeBack && page && edition > 0 && (
          <Choose path={path}>Choose what the public page shows</Choose>
        )}
        {takeBack && report && (
          <SmallAction
            action={takeBack}
            fields={{ key: incidentKey }}
            label="Take the report off the public page"
          >
            Take back
          </SmallAction>
        )}
      </CardContent>
    </Card>
  );
}

function Choose({ path, children }: { path: string; children: string }) {
  return (
    <Button asChild variant="outline" className="w-fit">
      <Link href={path}>{children}</Link>
    </Button>
  );
}

import Link from "next/link";
import { Time } from "@/components/time";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";

type RevisionListProps = {
  incidentKey: string;
  revisions: { version: number; author: string; createdAt: number }[];
  /** The version whose page this is. */
  shown?: number;
};

/** The newest versions, and the way to all of them. */
export function RevisionList({ incidentKey, revisions, shown }: RevisionListProps) {
  return (
    <Card aria-labelledby="history">
      <CardHeader>
        <CardTitle id="history">History</CardTitle>
      </CardHeader>
      <CardContent className="text-[0.8125rem]">
        {revisions.length === 0 ? (
          <p className="text-muted-foreground">Each save is kept here.</p>
        ) : (
          <ol
            reversed
            tabIndex={0}
            aria-labelledby="history"
            className="grid max-h-80 gap-1 overflow-y-auto"
          >
            {revisions.map(({ version, author, createdAt }) => (
              <li key={version} className="flex flex-wrap items-baseline gap-x-2">
                <Link
                  href={`/incidents/${encodeURIComponent(incidentKey)}/postmortem/revisions/${version}`}
                  aria-current={version === shown ? "page" : undefined}
                  className="touch-target rounded-sm py-0.5 text-link underline-offset-2 hover:underline aria-[current=page]:font-semibold"
                >
                  Version {version}
                </Link>
                <span className="text-muted-foreground">
                  {author}, <Time at={createdAt} />
                </span>
              </li>
            ))}
          </ol>
        )}
        {revisions.length > 0 && (
          <p className="mt-2 border-t border-border pt-2">
            <Link
              href={`/incidents/${encodeURIComponent(incidentKey)}/postmortem/history`}
              className="touch-target rounded-sm py-0.5 text-link underline-offset-2 hover:underline"
            >
              All versions, to compare any two
            </Link>
          </p>
        )}
      </CardContent>
    </Card>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import { Time } from "@/components/time";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import type { EditionRow } from "@/db/queries/editions";

type MembersCardProps = {
  path: string;
  newest: EditionRow | undefined;
  isEdited: boolean;
  /** The newest revision. */
  version: number;
  children: ReactNode;
};

/** What everyone who signs in reads, and whether the text has gone on since. */
export function MembersCard({ path, newest, isEdited, version, children }: MembersCardProps) {
  return (
    <Card aria-labelledby="members">
      <CardHeader>
        <CardTitle id="members">Members</CardTitle>
        <CardDescription>Everyone who signs in and may see the incident.</CardDescription>
      </CardHeader>
      <CardContent className="grid gap-3">
        {newest ? (
          <p>
            <Link
              href={`${path}/editions/${newest.number}`}
              className="text-link underline underline-offset-2"
            >
              Edition {newest.number}
            </Link>
            , published <Time at={newest.publishedAt} /> by {newest.publishedBy}.
          </p>
        ) : (
          <p>No edition is published yet. Members who open the page read the text as it stands.</p>
        )}
        {newest && isEdited && (
          <p>
            Edited since edition {newest.number} was published.{" "}
            {version > newest.version && (
              <Link
                href={`${path}/history?from=${newest.version}&to=${version}`}
                className="text-link underline underline-offset-2"
              >
                See what changed
              </Link>
            )}
          </p>
        )}
        {children}
      </CardContent>
    </Card>
  );
}

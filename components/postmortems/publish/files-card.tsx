import Link from "next/link";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";

type FilesCardProps = { path: string; incidentKey: string; edition: number | undefined };

/** The text for other places. */
export function FilesCard({ path, incidentKey, edition }: FilesCardProps) {
  const asked = edition === undefined ? "" : `?edition=${edition}`;
  const what = edition === undefined ? "The text as it stands" : `Edition ${edition}`;
  const link = "touch-target text-link underline underline-offset-2";
  return (
    <Card aria-labelledby="files">
      <CardHeader>
        <CardTitle id="files">Files</CardTitle>
        <CardDescription>For members, with everything in it.</CardDescription>
      </CardHeader>
      <CardContent>
        <ul className="grid gap-1.5">
          <li>
            <Link href={`${path}/print${asked}`} className={link}>
              {what} on paper or as PDF
            </Link>
          </li>
          <li>
            <a href={`${path}/export${asked}`} download className={link}>
              {what} as a Markdown file
            </a>
          </li>
          <li>
            <a
              href={`/incidents/${encodeURIComponent(incidentKey)}/export?postmortem=1`}
              download
              className={link}
            >
              Text and editions in the incident&rsquo;s record, as JSON
            </a>
          </li>
        </ul>
      </CardContent>
    </Card>
  );
}

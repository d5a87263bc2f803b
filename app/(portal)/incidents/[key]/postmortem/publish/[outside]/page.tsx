import Link from "next/link";
import { notFound } from "next/navigation";
import { PostmortemNav } from "@/components/postmortems/postmortem-nav";
import { ReportForm, ShareForm, type Seen } from "@/components/postmortems/publish/outside-form";
import { OutsidePreview } from "@/components/postmortems/publish/outside-preview";
import { SectionPicker } from "@/components/postmortems/publish/section-choice";
import { PageHeader } from "@/components/shell/page-header";
import {
  findPublicReport,
  listOpenLinks,
  OUTSIDE,
  outsideSource,
  outsideTextOf,
  standingMarkOf,
} from "@/db/queries/publication";
import { findIncidentByKey } from "@/db/queries/record";
import { requireViewer } from "@/lib/auth/viewer";
import { can } from "@/lib/domain/permissions";
import { choicesIn } from "@/lib/domain/publication/sections";
import { env } from "@/lib/env";
import { readMarkdown } from "@/lib/markdown/read";
import { publishReportAction, sharePostmortemAction } from "../actions";

type OutsidePageProps = {
  params: Promise<{ key: string; outside: string }>;
  searchParams: Promise<{ section?: string | string[] }>;
};

const WORDS = {
  links: {
    title: "What share links show of the postmortem",
    who: "Everyone who has one of the links reads it, without an account.",
    preview: "Preview: what a link shows",
    needs: "share-link:manage",
  },
  public: {
    title: "What the public page shows of the postmortem",
    who: "Everyone on the internet reads it. Names become roles.",
    preview: "Preview: what everyone reads",
    needs: "incident:publish",
  },
} as const;

export async function generateMetadata({ params }: OutsidePageProps) {
  await requireViewer();
  const { key, outside } = await params;
  const who = outside === "public" ? "everyone" : "share links";
  return { title: `The postmortem of ${key} for ${who}` };
}

export default async function OutsidePage({ params, searchParams }: OutsidePageProps) {
  const viewer = await requireViewer();
  const { key, outside: asked } = await params;
  const incident = findIncidentByKey(viewer, key);
  const outside = OUTSIDE.find((each) => each === asked);
  if (!incident || !outside || incident.isPrivate || !can(viewer, WORDS[outside].needs)) notFound();
  const source = outsideSource(incident.id);
  const page = findPublicReport(incident.id);
  if (!source || (outside === "public" && !page)) notFound();

  const reading = await readMarkdown(source.body);
  const isReadable = "tree" in reading;
  const path = `/incidents/${encodeURIComponent(key)}/postmortem/publish`;
  const sections = isReadable ? choicesIn(source.body) : [];
  const wanted = [(await searchParams).section ?? []].flat().map(Number);
  const chosen = sections.map(({ index }) => index).filter((index) => wanted.includes(index));
  const published =
    chosen.length > 0
      ? outsideTextOf(incident.id, { outside, sections: chosen, portal: env().baseUrl })
      : undefined;
  const words = WORDS[outside];

  return (
    <>
      <PageHeader
        title={words.title}
        description={
          <>
            {words.who}{" "}
            <Link href={path} className="text-link underline underline-offset-2">
              Back to all audiences of {key}
            </Link>
          </>
        }
      />
      <PostmortemNav incidentKey={key} shown="Publish" />
      <div className="grid items-start gap-8 lg:grid-cols-[24rem_minmax(0,1fr)]">
        <div className="grid gap-5">
          <p className="text-[0.8125rem] leading-5 text-muted-foreground">
            Of edition {source.edition.number}. Images, live blocks, footnotes, HTML, e-mail
            addresses and links into the portal never go out.
          </p>
          {isReadable ? (
            <SectionPicker path={`${path}/${outside}`} sections={sections} chosen={chosen} />
          ) : (
            <p>This text can go to members only, because {reading.reason}.</p>
          )}
          {published && published.problems.length === 0 && (
            <Confirm
              outside={outside}
              shown={{
                key,
                edition: published.edition,
                seen: published.seen,
                stands: standingMarkOf(incident.id, outside),
                sections: chosen,
              }}
              links={listOpenLinks(incident.id)}
              isUpdate={page?.report !== undefined}
            />
          )}
        </div>
        {published ? (
          <OutsidePreview
            title={words.preview}
            published={published}
            reading={await readMarkdown(published.text)}
          />
        ) : (
          <p className="text-muted-foreground">
            Choose sections and press Preview to see exactly what they will read.
          </p>
        )}
      </div>
    </>
  );
}

type ConfirmProps = {
  outside: (typeof OUTSIDE)[number];
  shown: Seen;
  links: ReturnType<typeof listOpenLinks>;
  isUpdate: boolean;
};

function Confirm({ outside, shown, links, isUpdate }: ConfirmProps) {
  return outside === "links" ? (
    <ShareForm action={sharePostmortemAction} shown={shown} links={links} />
  ) : (
    <ReportForm action={publishReportAction} shown={shown} isUpdate={isUpdate} />
  );
}

import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { PasscodePage } from "@/components/share-links/passcode-page";
import { SharedFollow } from "@/components/share-links/shared-follow";
import { SharedIncidentPage } from "@/components/share-links/shared-incident";
import { SharedNews } from "@/components/share-links/shared-news";
import { SharedQuestions } from "@/components/share-links/shared-questions";
import { SharedReportSection } from "@/components/share-links/shared-report";
import { readNews } from "@/db/queries/public/share-news";
import { utcNow } from "@/lib/clock";
import { isOver, readVisit, SEEN_COOKIE } from "@/lib/domain/share-visit";
import { readMarkdown } from "@/lib/markdown/read";
import { heldLink } from "./holder";

export const metadata: Metadata = {
  title: { absolute: "Shared incident" },
  description: "Shared by Muster, read-only.",
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

type Asked = Partial<Record<"page" | "done" | "passcode" | "wait", string | string[]>>;
type SharedPageProps = { params: Promise<{ key: string }>; searchParams: Promise<Asked> };

export default async function SharedPage({ params, searchParams }: SharedPageProps) {
  const { key } = await params;
  const held = await heldLink(key);
  if (!held) notFound();
  const asked = await searchParams;
  const path = `/s/view/${key}`;
  if (held.isLocked) {
    const wasWrong = asked.passcode === "wrong";
    return (
      <PasscodePage action={`${path}/unlock`} wasWrong={wasWrong} wait={numberIn(asked.wait)} />
    );
  }

  const visit = readVisit((await cookies()).get(SEEN_COOKIE)?.value, utcNow());
  if (visit && isOver(visit, utcNow())) redirect(`${path}/seen`);
  const since = visit?.since;
  const { incident, report, questions, lines } = readNews(held.link, since);
  return (
    <SharedIncidentPage
      incident={incident}
      expiresAt={held.link.expiresAt}
      page={numberIn(asked.page) ?? 1}
      news={since !== undefined && <SharedNews since={since} lines={lines} />}
      report={
        report && <SharedReportSection report={report} reading={await readMarkdown(report.body)} />
      }
    >
      <SharedQuestions
        action={`${path}/questions`}
        questions={questions}
        since={since}
        wasAsked={asked.done === "asked"}
      />
      <SharedFollow action={`${path}/follow`} wasAsked={asked.done === "follow"} />
    </SharedIncidentPage>
  );
}

function numberIn(text: string | string[] | undefined): number | undefined {
  return typeof text === "string" && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

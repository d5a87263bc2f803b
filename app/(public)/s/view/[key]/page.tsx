import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { SharedIncidentPage } from "@/components/share-links/shared-incident";
import { findSharedIncident } from "@/db/queries/public/share";
import { SHARE_COOKIE } from "@/lib/domain/share-link";

export const metadata: Metadata = {
  title: { absolute: "Shared incident" },
  description: "Shared by Muster, read-only.",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

type SharedPageProps = { params: Promise<{ key: string }> };

export default async function SharedPage({ params }: SharedPageProps) {
  const { key } = await params;
  const token = (await cookies()).get(SHARE_COOKIE)?.value;
  const shared = token === undefined ? undefined : findSharedIncident(token, key);
  if (!shared) notFound();

  return <SharedIncidentPage incident={shared.incident} expiresAt={shared.expiresAt} />;
}

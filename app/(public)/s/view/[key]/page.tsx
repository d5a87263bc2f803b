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

type SharedPageProps = {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

export default async function SharedPage({ params, searchParams }: SharedPageProps) {
  const { key } = await params;
  const token = (await cookies()).get(SHARE_COOKIE)?.value;
  const shared = token === undefined ? undefined : findSharedIncident(token, key);
  if (!shared) notFound();

  const asked = String((await searchParams).page ?? "");
  const page = /^\d{1,6}$/.test(asked) ? Number(asked) : 1;
  return <SharedIncidentPage incident={shared.incident} expiresAt={shared.expiresAt} page={page} />;
}

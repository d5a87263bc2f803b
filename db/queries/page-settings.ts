import { db } from "@/db/client";
import { statusPage } from "@/db/schema";

export type StatusPageSettings = ReturnType<typeof readPageSettings>;

/** What the public page says of itself, as an admin set it. */
export function readPageSettings() {
  const { publicId, name, about, zone, supportUrl, copyUrl, mailsPerHour, version } = statusPage;
  const page = db()
    .select({ publicId, name, about, zone, supportUrl, copyUrl, mailsPerHour, version })
    .from(statusPage)
    .get();
  if (!page) throw new Error("The status page has no row of its own.");
  return page;
}

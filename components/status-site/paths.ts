import type { Site } from "@/lib/domain/site";

/** A path on the page's own host: links hold under whatever name readers reach it. */
export function pathTo({ page }: Site, path = ""): string {
  const base = new URL(page.url).pathname.replace(/\/$/, "");
  return path === "" ? base || "/" : `${base}/${path}`;
}

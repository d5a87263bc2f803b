import { destinationOf } from "../destination.mjs";

/** The address that a link in the editor may lead to; `undefined` for one that must lead nowhere. */
export function safeHref(href: unknown): string | undefined {
  return typeof href === "string" ? destinationOf(href)?.href : undefined;
}

/** The address that an image in the editor may be loaded from: within this portal only. */
export function safeSource(src: unknown): string | undefined {
  if (typeof src !== "string" || !src.startsWith("/")) return undefined;
  const destination = destinationOf(src);
  return destination?.isOurs ? destination.href : undefined;
}

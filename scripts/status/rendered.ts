import { createHash } from "node:crypto";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { TYPES, type SiteFile } from "@/lib/status-page/file";

/** A page of the public site, before it is rendered. */
export type Page = {
  path: string;
  /** All that it is made of: while that stays the same, so does the page. */
  of: unknown[];
  document: () => ReactNode;
  status?: number;
};

/** Pages that were rendered before, by their path. */
export type Rendered = Map<string, { key: string; file: SiteFile }>;

/** Renders those pages that are made of something new, and takes the others from before. */
export function rendered(pages: Page[], before: Rendered): SiteFile[] {
  const next = pages.map((page) => {
    const key = createHash("sha256").update(JSON.stringify(page.of)).digest("base64url");
    const known = before.get(page.path);
    return known?.key === key ? known : { key, file: render(page) };
  });
  before.clear();
  for (const one of next) before.set(one.file.path, one);
  return next.map(({ file }) => file);
}

export const render = ({ path, document, status }: Page): SiteFile => ({
  path,
  type: TYPES.html,
  kind: "page",
  body: `<!doctype html>${renderToStaticMarkup(document())}`,
  ...(status !== undefined && { status }),
});

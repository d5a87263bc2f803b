import { PageTabs } from "@/components/shell/page-tabs";

const PAGES = {
  Write: "",
  Causes: "/causes",
  Review: "/review",
  History: "/history",
  Publish: "/publish",
};

export type PostmortemPage = keyof typeof PAGES;

type PostmortemNavProps = { incidentKey: string; shown: PostmortemPage };

/** The pages of one postmortem. */
export function PostmortemNav({ incidentKey, shown }: PostmortemNavProps) {
  const base = `/incidents/${encodeURIComponent(incidentKey)}/postmortem`;
  const pages = Object.entries(PAGES).map(([label, path]) => ({ href: `${base}${path}`, label }));
  return <PageTabs label="Postmortem" pages={pages} shown={shown} />;
}

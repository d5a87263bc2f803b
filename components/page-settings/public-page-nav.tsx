import { PageTabs } from "@/components/shell/page-tabs";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";

const PAGES = {
  components: { href: "/components", label: "Components" },
  maintenance: { href: "/maintenance", label: "Maintenance" },
  subscribers: { href: "/subscribers", label: "Subscribers" },
  settings: { href: "/status-page", label: "Settings" },
};

type PublicPageNavProps = {
  viewer: Viewer;
  shown?: keyof typeof PAGES;
};

/** The pages about what outsiders read. On the page of one component, none of them is the shown one. */
export function PublicPageNav({ viewer, shown }: PublicPageNavProps) {
  const { subscribers, ...others } = PAGES;
  const pages = can(viewer, "subscriber:manage") ? PAGES : others;
  return (
    <PageTabs
      label="Status page"
      pages={Object.values(pages)}
      shown={shown && PAGES[shown].label}
    />
  );
}

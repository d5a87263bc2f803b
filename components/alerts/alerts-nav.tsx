import { PageTabs } from "@/components/shell/page-tabs";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";

const PAGES = {
  alerts: { href: "/alerts", label: "Alerts" },
  rules: { href: "/alerts/rules", label: "Rules" },
  sources: { href: "/alerts/sources", label: "Sources" },
  unknown: { href: "/alerts/unknown", label: "Unknown deliveries" },
};

type AlertsNavProps = { viewer: Viewer; shown?: keyof typeof PAGES };

/** The pages about alerts. On the page of one of them, none is the shown one. */
export function AlertsNav({ viewer, shown }: AlertsNavProps) {
  if (!can(viewer, "alert-rule:manage")) return null;
  return (
    <PageTabs label="Alerts" pages={Object.values(PAGES)} shown={shown && PAGES[shown].label} />
  );
}

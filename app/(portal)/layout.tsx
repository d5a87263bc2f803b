import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/login/actions";
import { Live } from "@/components/live/live";
import { DemoBanner } from "@/components/shell/demo-banner";
import { Header } from "@/components/shell/header";
import { SkipLink } from "@/components/shell/skip-link";
import { latestChangeId } from "@/db/queries/changes";
import { hasDemoData } from "@/db/queries/demo";
import { listWaitingReviews } from "@/db/queries/waiting-reviews";
import { requireViewer } from "@/lib/auth/viewer";
import { utcNow } from "@/lib/clock";
import { can } from "@/lib/domain/permissions";
import { env } from "@/lib/env";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const latestChange = latestChangeId(); // read before anything that the page shows
  const items = [
    { href: "/incidents", label: "Incidents" },
    { href: "/actions", label: "Actions" },
    {
      href: "/postmortems",
      label: "Postmortems",
      waiting: listWaitingReviews(viewer, utcNow()).length,
    },
    { href: "/people", label: "People" },
    ...(can(viewer, "incident:import") ? [{ href: "/import", label: "Import" }] : []),
    {
      href: "/components",
      label: "Status page",
      holds: ["/maintenance", "/subscribers", "/status-page"],
    },
  ];
  const others = [
    { href: "/account", label: "Your account" },
    ...(can(viewer, "account:manage") ? [{ href: "/people/accounts", label: "Accounts" }] : []),
    { href: "/teams", label: "Teams" },
    { href: statusPath(), label: "What customers see", isOutside: true },
    { href: "/maintenance", label: "Maintenance" },
    ...(can(viewer, "subscriber:manage") ? [{ href: "/subscribers", label: "Subscribers" }] : []),
    { href: "/status-page", label: "Status page settings" },
    ...(can(viewer, "message:manage") ? [{ href: "/messages", label: "Messages" }] : []),
    ...(can(viewer, "audit:read") ? [{ href: "/audit", label: "Audit record" }] : []),
  ];

  return (
    <>
      <SkipLink />
      <Live after={latestChange} build={env().build} viewerName={viewer.name} />
      {hasDemoData() && <DemoBanner />}
      <Header
        viewer={{ name: viewer.name }}
        items={items}
        others={others}
        canDeclare={can(viewer, "incident:declare")}
        signOutAction={signOutAction}
      />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-7xl px-4 py-6 outline-none sm:px-6 has-[[data-wall]]:max-w-none has-[[data-wall]]:p-0!"
      >
        {children}
      </main>
    </>
  );
}

/** Where the public page is: a path, unless it has an address of its own. */
function statusPath(): string {
  const { statusUrl, baseUrl } = env();
  return statusUrl.startsWith(`${baseUrl}/`) ? statusUrl.slice(baseUrl.length) : statusUrl;
}

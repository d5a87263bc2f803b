import Link from "next/link";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/domain/viewer";

const PAGES = {
  components: { href: "/components", label: "Components" },
  maintenance: { href: "/maintenance", label: "Maintenance" },
  subscribers: { href: "/subscribers", label: "Subscribers" },
  settings: { href: "/status-page", label: "Settings" },
} as const;

type PublicPageNavProps = {
  viewer: Viewer;
  shown?: keyof typeof PAGES;
};

/** The pages about what outsiders read. On the page of one component, none of them is the shown one. */
export function PublicPageNav({ viewer, shown }: PublicPageNavProps) {
  const pages = Object.entries(PAGES).filter(
    ([page]) => page !== "subscribers" || can(viewer, "subscriber:manage"),
  );
  return (
    <nav aria-label="Status page" className="mb-5 border-b border-border print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {pages.map(([page, { href, label }]) => (
          <li key={page}>
            <Link
              href={href}
              aria-current={page === shown ? "page" : undefined}
              className="touch-target inline-flex h-9 items-center border-b-2 border-transparent px-3 text-sm font-medium text-muted-foreground hover:text-foreground aria-[current=page]:border-link aria-[current=page]:text-foreground max-sm:px-2"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

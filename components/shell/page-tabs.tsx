import Link from "next/link";

type PageTabsProps = {
  /** What the pages have in common. */
  label: string;
  pages: { href: string; label: string }[];
  /** The label of the page that is shown, where it is one of them. */
  shown: string | undefined;
};

/** Pages that belong together, as tabs. */
export function PageTabs({ label, pages, shown }: PageTabsProps) {
  return (
    <nav aria-label={label} className="mb-5 border-b border-border print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {pages.map((page) => (
          <li key={page.href}>
            <Link
              href={page.href}
              prefetch={false}
              aria-current={page.label === shown ? "page" : undefined}
              className="touch-target inline-flex h-9 items-center border-b-2 border-transparent px-3 text-sm font-medium text-muted-foreground hover:text-foreground aria-[current=page]:border-link aria-[current=page]:text-foreground max-sm:px-2"
            >
              {page.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

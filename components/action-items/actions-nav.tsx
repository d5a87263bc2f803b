import Link from "next/link";

const PAGES = {
  board: { href: "/actions", label: "Board" },
  numbers: { href: "/actions/numbers", label: "Numbers" },
  deadlines: { href: "/actions/deadlines", label: "Deadlines" },
  teams: { href: "/teams", label: "Teams" },
} as const;

export type ActionsPage = keyof typeof PAGES;

/** The pages about action items. On the page of one item or one team, none of them is the shown one. */
export function ActionsNav({ shown }: { shown?: ActionsPage }) {
  return (
    <nav aria-label="Action items" className="mb-5 border-b border-border print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {Object.entries(PAGES).map(([page, { href, label }]) => (
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

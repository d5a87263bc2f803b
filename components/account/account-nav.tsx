import Link from "next/link";

const PAGES = {
  profile: { href: "/account", label: "Name and password" },
  factor: { href: "/account/second-factor", label: "Second factor" },
  sessions: { href: "/account/sessions", label: "Sessions" },
  tokens: { href: "/account/tokens", label: "API tokens" },
} as const;

export type AccountPage = keyof typeof PAGES;

/** The pages about one's own account. */
export function AccountNav({ shown }: { shown: AccountPage }) {
  return (
    <nav aria-label="Your account" className="mb-5 border-b border-border">
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

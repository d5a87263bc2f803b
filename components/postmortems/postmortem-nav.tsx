import Link from "next/link";

const PAGES = [
  { name: "Write", path: "" },
  { name: "Causes", path: "/causes" },
  { name: "Review", path: "/review" },
  { name: "History", path: "/history" },
  { name: "Publish", path: "/publish" },
] as const;

export type PostmortemPage = (typeof PAGES)[number]["name"];

type PostmortemNavProps = { incidentKey: string; shown: PostmortemPage };

/** The pages of one postmortem. */
export function PostmortemNav({ incidentKey, shown }: PostmortemNavProps) {
  const base = `/incidents/${encodeURIComponent(incidentKey)}/postmortem`;
  return (
    <nav aria-label="Postmortem" className="mb-5 overflow-x-auto border-b border-border">
      <ul className="flex sm:gap-1">
        {PAGES.map(({ name, path }) => (
          <li key={name}>
            <Link
              href={`${base}${path}`}
              prefetch={false}
              aria-current={name === shown ? "page" : undefined}
              className="touch-target inline-flex h-9 items-center border-b-2 border-transparent px-3 text-sm max-sm:px-2 font-medium text-muted-foreground hover:text-foreground aria-[current=page]:border-link aria-[current=page]:text-foreground"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

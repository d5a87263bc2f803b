import { Activity, Megaphone, Plus } from "lucide-react";

const LINK =
  "flex min-h-11 flex-1 items-center justify-center gap-1.5 rounded-md font-medium text-sm hover:bg-accent";

/**
 * Ways to the composer's fields, which the browser opens and focuses. A bar at the thumb on narrow
 * screens; elsewhere they appear with the focus and answer to their keys.
 */
export function QuickActions() {
  return (
    <nav
      aria-label="Write to this incident"
      className="max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:flex max-lg:gap-1 max-lg:border-t max-lg:border-border max-lg:bg-card max-lg:px-2 max-lg:pt-1 max-lg:pb-[max(0.25rem,env(safe-area-inset-bottom))] lg:sr-only print:hidden"
    >
      <a href="#update-message" aria-keyshortcuts="u" className={LINK}>
        <Megaphone aria-hidden className="size-4" />
        Post update
      </a>
      <a href="#update-status" aria-keyshortcuts="s" className={LINK}>
        <Activity aria-hidden className="size-4" />
        Status
      </a>
      <a href="#event-description" aria-keyshortcuts="t" className={LINK}>
        <Plus aria-hidden className="size-4" />
        Note
      </a>
    </nav>
  );
}

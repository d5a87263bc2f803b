import Link from "next/link";
import { timelineHref, type TimelineAddress, type TimelinePlace } from "./timeline-address";

type TimelinePagesProps = { place: TimelinePlace; address: TimelineAddress; pages: number };

/** Ways to the other pages of a long timeline. */
export function TimelinePages({ place, address, pages }: TimelinePagesProps) {
  if (pages === 1) return null;
  const { page } = address;
  const href = (to: number) => timelineHref(place, { ...address, page: to });
  const link = "min-h-6 text-link underline-offset-4 hover:underline";

  return (
    <nav
      aria-label="Pages of the timeline"
      className="flex items-center justify-between gap-4 border-t border-border pt-3 text-[0.8125rem]"
    >
      {page > 1 ? (
        <Link href={href(page - 1)} className={link}>
          Previous events
        </Link>
      ) : (
        <span />
      )}
      <span className="text-muted-foreground">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <Link href={href(page + 1)} className={link}>
          Next events
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}

import { Time } from "@/components/time";
import { troubleReason, type Trouble } from "@/lib/domain/storage";

/** Says that nothing can be changed for now, why, and since when. */
export function StorageBanner({ trouble }: { trouble: Trouble }) {
  return (
    <aside
      role="alert"
      aria-label="Read only"
      className="border-b border-border bg-danger-surface px-4 py-1.5 text-center text-sm text-danger print:hidden"
    >
      {troubleReason(trouble)}: since <Time at={trouble.since} show="time" /> nothing can be changed
      here. Reading works. Keep what you typed; this line goes away by itself.
    </aside>
  );
}

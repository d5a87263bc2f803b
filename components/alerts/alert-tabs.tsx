import Link from "next/link";
import {
  ALERT_TAB_NAMES,
  ALERT_TABS,
  alertsPath,
  type AlertTab,
} from "@/lib/domain/alerts/alert-filters";
import { cn } from "@/lib/utils";

type AlertTabsProps = { shown: AlertTab; counts: ReadonlyMap<AlertTab, number> };

/** Which alerts are listed. */
export function AlertTabs({ shown, counts }: AlertTabsProps) {
  return (
    <nav aria-label="Which alerts" className="overflow-x-auto">
      <ul className="flex w-fit gap-1 rounded-lg bg-muted p-1">
        {ALERT_TABS.map((tab) => (
          <li key={tab}>
            <Link
              href={alertsPath({ tab })}
              aria-current={tab === shown ? "page" : undefined}
              className={cn(
                "touch-target flex h-7 items-center gap-1.5 rounded-md border border-transparent px-3 text-[0.8125rem] font-medium",
                "whitespace-nowrap text-muted-foreground hover:text-foreground pointer-coarse:h-9",
                "aria-[current=page]:border-border aria-[current=page]:bg-card aria-[current=page]:shadow-xs",
                "aria-[current=page]:text-foreground dark:aria-[current=page]:bg-secondary",
              )}
            >
              {ALERT_TAB_NAMES[tab]}
              <span className="font-normal tabular-nums">{counts.get(tab) ?? 0}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

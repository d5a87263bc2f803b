import { formatMonth } from "@/lib/domain/month";
import type { Site } from "@/lib/domain/site";
import { pageTo } from "./paths";

type MonthsProps = {
  site: Site;
  /** The newest first, as `2026-05`. */
  months: string[];
  shown: string | undefined;
  /** Where their pages are. */
  below: string;
};

/** The way to every month's page. */
export function Months({ site, months, shown, below }: MonthsProps) {
  if (months.length === 0) return null;
  return (
    <nav aria-labelledby="months">
      <h2 id="months">Months</h2>
      <ul className="months">
        {months.map((month) => (
          <li key={month}>
            <a
              href={pageTo(site, `${below}/${month}`)}
              aria-current={month === shown ? "page" : undefined}
            >
              {formatMonth(month)}
            </a>
          </li>
        ))}
      </ul>
      <p className="quiet">Months are in UTC.</p>
    </nav>
  );
}

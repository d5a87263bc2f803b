import Link from "next/link";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/utils";
import type { Figure } from "./figures";

/** The figures of all teams together, each with what it says and the way to its items. */
export function FigureCards({ figures }: { figures: Figure[] }) {
  return (
    <ul aria-label="All teams" className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {figures.map((figure) => (
        <li key={figure.label} className="grid">
          <FigureCard figure={figure} />
        </li>
      ))}
    </ul>
  );
}

function FigureCard({ figure: { label, value, href, note, others, isBad } }: { figure: Figure }) {
  return (
    <Card className="grid content-start gap-1 p-4 break-inside-avoid">
      <h2 className="text-[0.8125rem] leading-5 font-medium text-muted-foreground">{label}</h2>
      <p className="text-2xl leading-8 font-semibold tabular-nums">
        <Link
          href={href}
          prefetch={false}
          className={cn(
            "touch-target relative underline decoration-border underline-offset-4 hover:decoration-current",
            isBad ? "text-danger" : "text-foreground",
          )}
        >
          {value}
          <span className="sr-only">, {label}: open the items</span>
        </Link>
      </p>
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">{note}</p>
      {others.length > 0 && (
        <ul className="flex flex-wrap gap-x-3 text-[0.8125rem] leading-5">
          {others.map((other) => (
            <li key={other.href}>
              <Link
                href={other.href}
                prefetch={false}
                className="touch-target relative text-link hover:underline"
              >
                {other.text}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

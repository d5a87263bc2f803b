import Link from "next/link";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import type { ListedMaintenance } from "@/db/queries/maintenances";
import { lateness } from "@/lib/domain/maintenance";
import { WorkState } from "./work-state";
import { WorkWindow } from "./work-window";
import { automationInWords } from "./work-words";

type WorkListProps = {
  id: string;
  title: string;
  works: ListedMaintenance[];
  zone: string;
  /** What is shown in place of an empty list. */
  none: string;
  now: number;
};

/** Some of the planned work, each with when it is and what it is about. */
export function WorkList({ id, title, works, zone, none, now }: WorkListProps) {
  return (
    <Card aria-labelledby={id}>
      <CardHeader>
        <CardTitle id={id}>{title}</CardTitle>
      </CardHeader>
      {works.length === 0 ? (
        <p className="px-4 pb-4 text-muted-foreground">{none}</p>
      ) : (
        <ul aria-labelledby={id} className="divide-y divide-border border-t border-border">
          {works.map((work) => (
            <WorkRow key={work.id} work={work} zone={zone} now={now} />
          ))}
        </ul>
      )}
    </Card>
  );
}

type WorkRowProps = { work: ListedMaintenance; zone: string; now: number };

function WorkRow({ work, zone, now }: WorkRowProps) {
  const { id, title, components, status } = work;
  const late = lateness(work, now);
  return (
    <li className="grid gap-1 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 font-medium wrap-anywhere">
          <Link href={`/maintenance/${id}`} className="touch-target text-link hover:underline">
            {title}
          </Link>
        </h3>
        <WorkState work={work} />
        {late && <span className="font-medium text-warning">It {late} by now</span>}
      </div>
      <p>
        <WorkWindow {...work} zone={zone} />
      </p>
      <p className="text-[0.8125rem] text-muted-foreground wrap-anywhere">
        {components.length > 0
          ? `On ${components.map(({ name }) => name).join(", ")}. `
          : "On no component. "}
        {status !== "completed" && automationInWords(work)}
      </p>
    </li>
  );
}

import Link from "next/link";

type HiddenRowsProps = { hidden: { activity: number; events: number }; showAll: string };

/** How much of the timeline the view leaves out, with the way to all of it. */
export function HiddenRows({ hidden: { activity, events }, showAll }: HiddenRowsProps) {
  const parts = [counted(activity, "activity row"), counted(events, "event")].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <p className="w-full text-[0.8125rem] text-muted-foreground">
      {parts.join(" and ")} {activity + events === 1 ? "is" : "are"} hidden.{" "}
      <Link
        href={showAll}
        scroll={false}
        className="touch-target text-link underline-offset-4 hover:underline"
      >
        Show all
      </Link>
      .
    </p>
  );
}

const counted = (count: number, noun: string) =>
  count === 0 ? "" : `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

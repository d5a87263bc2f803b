import { Time } from "@/components/time";

const DAY = 86_400_000;
const dayOf = (at: number) => Math.floor(at / DAY);

/** Says that a text was put right, and when; the day only where it is another one. */
export function Corrected({ at, saidAt }: { at: number; saidAt: number }) {
  const isSameDay = dayOf(at) === dayOf(saidAt);
  return (
    <span className="text-[0.8125rem] text-muted-foreground">
      Corrected <Time at={at} show={isSameDay ? "time" : "datetime"} />
      {isSameDay && " UTC"}
    </span>
  );
}

"use client";

import Link from "next/link";
import { useNow } from "@/components/use-now";
import { SHIFT } from "@/lib/domain/roles";
import { formatMinutes } from "@/lib/format";

type ShiftProps = { since: number; person: string; briefPath: string };

const lengthOf = (since: number, now: number) => formatMinutes(Math.floor((now - since) / 60_000));

/** Asks, after an hour, whether someone else should lead; nothing before, and nothing without a clock. */
export function ShiftPrompt({ since, person, briefPath }: ShiftProps) {
  const now = useNow();
  if (now === undefined || now - since < SHIFT) return null;
  return (
    <p
      role="status"
      className="mb-3 rounded-md bg-info-surface px-2.5 py-1.5 text-[0.8125rem] leading-5 text-info"
    >
      {person} has led for {lengthOf(since, now)}. Hand over? The{" "}
      <Link href={briefPath} className="touch-target underline underline-offset-2">
        handover brief
      </Link>{" "}
      says what is known, open and promised.
    </p>
  );
}

/** How long the commander has led, with the question after an hour. */
export function ShiftLength({ since }: { since: number }) {
  const now = useNow();
  if (now === undefined || now < since) return null;
  const isLong = now - since >= SHIFT;
  return (
    <span className="tabular-nums">
      {`, for ${lengthOf(since, now)}`}
      {isLong && ". Hand over?"}
    </span>
  );
}

import Link from "next/link";
import { SET_NAMES } from "@/lib/domain/action-numbers";
import { boardPath, type BoardFilters } from "@/lib/domain/board-filters";
import { formatDate } from "@/lib/format";

/** Which number's items are shown, and the way to all. */
export function ShownSet({ filters }: { filters: BoardFilters }) {
  const { show, from, to } = filters;
  if (show === undefined) return null;
  return (
    <p className="mb-4 rounded-md bg-info-surface px-3 py-2 text-[0.8125rem] text-info">
      Only those counted as “{SET_NAMES[show]}”{from && ` from ${formatDate(from)}`}
      {to && ` to ${formatDate(to)}`}.{" "}
      <Link
        href={boardPath({ ...filters, show: undefined, from: undefined, to: undefined })}
        className="underline underline-offset-4"
      >
        Show all
      </Link>
    </p>
  );
}

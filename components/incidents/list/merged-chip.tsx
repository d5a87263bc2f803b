import { Merge } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";

/** Says that this incident turned out to be another one, and which, where its reader may know of it. */
export function MergedChip({ into }: { into: string | undefined }) {
  return (
    <Badge variant="outline" className="relative">
      <Merge aria-hidden />
      {into === undefined ? (
        "Merged"
      ) : (
        <Link
          href={`/incidents/${encodeURIComponent(into)}`}
          prefetch={false}
          className="underline-offset-4 hover:underline"
        >
          Merged into {into}
        </Link>
      )}
    </Badge>
  );
}

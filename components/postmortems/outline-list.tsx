"use client";

import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { useHasScript } from "@/components/use-has-script";
import { cn } from "@/lib/utils";

const INDENT = ["", "ps-0", "ps-0", "ps-4"];

type Entry = { depth: number; text: string; offset: number };

type OutlineListProps<E extends Entry> = {
  entries: E[];
  /** Where the heading stands that is being read. */
  current?: number | undefined;
  /** Goes to a heading; without it the headings are only listed. */
  onChoose: ((entry: E) => void) | undefined;
};

/** The text's headings. */
export function OutlineList<E extends Entry>({ entries, current, onChoose }: OutlineListProps<E>) {
  const canChoose = useHasScript() && onChoose !== undefined;

  return (
    <Card aria-labelledby="outline">
      <CardHeader>
        <CardTitle id="outline">Outline</CardTitle>
      </CardHeader>
      <CardContent>
        {entries.length === 0 ? (
          <p className="text-[0.8125rem] text-muted-foreground">
            No headings yet. A line that begins with ## is one.
          </p>
        ) : (
          <ol className="grid max-h-96 overflow-y-auto text-[0.8125rem]">
            {entries.map((entry, place) => (
              <li key={place} className={cn("min-w-0", INDENT[entry.depth])}>
                {canChoose ? (
                  <button
                    type="button"
                    aria-current={entry.offset === current ? "location" : undefined}
                    onClick={() => onChoose(entry)}
                    className="min-h-6 max-w-full rounded-sm text-start wrap-anywhere text-link underline-offset-2 hover:underline aria-[current]:font-semibold pointer-coarse:min-h-11"
                  >
                    {entry.text}
                  </button>
                ) : (
                  entry.text
                )}
              </li>
            ))}
          </ol>
        )}
      </CardContent>
    </Card>
  );
}

"use client";

import { useDeferredValue } from "react";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { outlineOf } from "@/lib/domain/outline";
import { cn } from "@/lib/utils";
import { useHasScript } from "@/components/use-has-script";

const INDENT = ["", "ps-0", "ps-0", "ps-4"];

type OutlineListProps = {
  text: string;
  /** Goes to a place in the text; without it the headings are only listed. */
  onChoose: ((offset: number) => void) | undefined;
};

/** The text's headings. */
export function OutlineList({ text, onChoose }: OutlineListProps) {
  const entries = outlineOf(useDeferredValue(text));
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
          <ol className="grid text-[0.8125rem]">
            {entries.map(({ depth, text: heading, offset }) => (
              <li key={offset} className={cn("min-w-0", INDENT[depth])}>
                {canChoose ? (
                  <button
                    type="button"
                    onClick={() => onChoose(offset)}
                    className="min-h-6 max-w-full rounded-sm text-start wrap-anywhere text-link underline-offset-2 hover:underline pointer-coarse:min-h-11"
                  >
                    {heading}
                  </button>
                ) : (
                  heading
                )}
              </li>
            ))}
          </ol>
        )}
      </CardContent>
    </Card>
  );
}

import Link from "next/link";
import { Time } from "@/components/time";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { BriefLine } from "@/lib/domain/handover-brief";

type BriefPartProps = { id: string; title: string; empty: string; lines: BriefLine[] };

/** A part of the handover brief: each line with its time and a link to where it comes from. */
export function BriefPart({ id, title, empty, lines }: BriefPartProps) {
  return (
    <Card aria-labelledby={id}>
      <CardHeader>
        <CardTitle id={id} className="text-base">
          {title}
        </CardTitle>
      </CardHeader>
      <CardContent>
        {lines.length === 0 && <p className="text-muted-foreground">{empty}</p>}
        <ul className="grid gap-2">
          {lines.map(({ text, at, source, href }, index) => (
            <li
              key={index}
              className="border-t border-border pt-2 wrap-anywhere first:border-0 first:pt-0"
            >
              <p className="whitespace-pre-line">{text}</p>
              <p className="flex flex-wrap gap-x-3 text-[0.8125rem] text-muted-foreground">
                {at !== null && <Time at={at} />}
                <Link href={href} className="touch-target text-link hover:underline">
                  {source}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}

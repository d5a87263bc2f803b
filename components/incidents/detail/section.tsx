import type { ReactNode } from "react";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";

type SectionProps = { id: string; title: string; aside?: ReactNode; children: ReactNode };

/** A part of the main column, with an address of its own. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <Card id={id} aria-labelledby={`${id}-title`} className="min-w-0">
      <CardHeader>
        <CardTitle id={`${id}-title`} className="text-base">
          {title}
        </CardTitle>
        {aside}
      </CardHeader>
      <CardContent>{children}</CardContent>
    </Card>
  );
}

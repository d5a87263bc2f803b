"use client";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { BlameFinding } from "@/lib/domain/blameless";
import { BlameList } from "./blame-list";
import { useBlame } from "./use-blame";

type BlamelessCardProps = {
  /** The Markdown as it stands. */
  text: string;
  /** Of the people whom it may name. */
  names?: readonly string[];
  /** Goes to the words in the text. */
  onJump?: (finding: BlameFinding) => void;
};

/** Words that may read as blame, looked for once the writing has rested. It suggests, and stops nobody. */
export function BlamelessCard({ text, names, onJump }: BlamelessCardProps) {
  const findings = useBlame(text, names);
  const jump = onJump
    ? (finding: BlameFinding) => (
        <Button
          type="button"
          variant="link"
          size="sm"
          className="h-auto min-h-6 px-0 text-start whitespace-normal"
          onClick={() => onJump(finding)}
        >
          “{finding.quote}”
        </Button>
      )
    : undefined;
  return (
    <Card aria-labelledby="blameless" className="text-[0.8125rem] leading-5">
      <CardHeader>
        <CardTitle id="blameless">Blameless words</CardTitle>
        {findings && findings.length > 0 && (
          <Badge variant="warning">{findings.length} to look at</Badge>
        )}
      </CardHeader>
      <CardContent className="max-h-96 overflow-y-auto" tabIndex={0}>
        {findings ? (
          <BlameList findings={findings} jump={jump} />
        ) : (
          <p className="text-muted-foreground">Looks once you have stopped writing.</p>
        )}
      </CardContent>
    </Card>
  );
}

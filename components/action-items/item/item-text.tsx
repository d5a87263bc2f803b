import type { ReactNode } from "react";
import { Section } from "@/components/incidents/detail/section";
import { MarkdownText } from "@/components/postmortems/markdown-text";
import type { MarkdownReading } from "@/lib/markdown/read";

type ItemTextProps = {
  /** Missing where nobody has described it. */
  description: MarkdownReading | undefined;
  /** The form that changes the item. */
  children: ReactNode;
};

/** What is to be done, in the words of whoever described it. */
export function ItemText({ description, children }: ItemTextProps) {
  return (
    <Section id="description" title="Description">
      {description ? (
        <MarkdownText reading={description} />
      ) : (
        <p className="text-muted-foreground">Nobody has described it further.</p>
      )}
      {children}
    </Section>
  );
}

"use client";

import type { Editor } from "@tiptap/core";
import { useIdleDocument } from "@/components/postmortems/editor/use-idle-document";
import { sectionsOf, type TemplateSection } from "@/lib/domain/template";
import { documentText } from "./document-text";
import { SectionHelp } from "./section-help";

type SectionPanelProps = {
  editor: Editor;
  incidentKey: string;
  /** What the template asks for. */
  sections: TemplateSection[];
  /** True where the record gives something that the text does not have. */
  hasNews: boolean;
};

/** How far the text is that is being written. */
export function SectionPanel({ editor, incidentKey, sections, hasNews }: SectionPanelProps) {
  const text = useIdleDocument(editor, documentText);
  return (
    <SectionHelp
      incidentKey={incidentKey}
      sections={sectionsOf(text, { sections })}
      hasNews={hasNews}
    />
  );
}

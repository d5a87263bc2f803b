import { Globe, Lock, Users } from "lucide-react";
import type { Audience } from "@/lib/domain/incident";

const MARKS = {
  internal: { Icon: Lock, word: "Internal" },
  stakeholders: { Icon: Users, word: "Stakeholders" },
  external: { Icon: Globe, word: "Public" },
} as const;

/** A word for who may see a row. */
export const audienceWord = (audience: Audience): string => MARKS[audience].word;

/** Who may see a row, where that is more than the portal's people. */
export function AudienceMark({ audience }: { audience: Audience }) {
  if (audience === "internal") return null;
  const { Icon, word } = MARKS[audience];
  return (
    <span className="inline-flex items-center gap-1 text-xs text-info">
      <Icon aria-hidden className="size-3.5" />
      {word}
    </span>
  );
}

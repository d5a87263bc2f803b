import { Globe, Lock, Users } from "lucide-react";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { AUDIENCES, type Audience } from "@/lib/domain/incident";

/** Who reads what is posted to each audience. */
export const READERS = {
  internal: { Icon: Lock, label: "Internal note", who: "People in this portal" },
  stakeholders: { Icon: Users, label: "Stakeholders", who: "Kept here, marked for them" },
  external: { Icon: Globe, label: "Public status page", who: "Everyone, at once" },
} as const;

type AudienceChoiceProps = {
  chosen: Audience;
  choose: (audience: Audience) => void;
  /** Why outsiders cannot be told, in words. */
  notPublic: string | undefined;
};

export function AudienceChoice({ chosen, choose, notPublic }: AudienceChoiceProps) {
  return (
    <RadioGroup legend="Who reads it" className="sm:grid-cols-3">
      {AUDIENCES.map((audience) => {
        const { Icon, label, who } = READERS[audience];
        const isPublic = audience === "external";
        return (
          <RadioCard
            key={audience}
            name="audience"
            value={audience}
            defaultChecked={audience === chosen}
            onChange={() => choose(audience)}
            disabled={isPublic && notPublic !== undefined}
            description={isPublic ? (notPublic ?? who) : who}
            className={isPublic ? "has-checked:border-warning has-checked:bg-warning-surface" : ""}
          >
            <span className="inline-flex items-center gap-1.5">
              <Icon aria-hidden className="size-3.5" />
              {label}
            </span>
          </RadioCard>
        );
      })}
    </RadioGroup>
  );
}

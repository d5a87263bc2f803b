import type { ReactNode } from "react";
import { RailCard } from "@/components/incidents/detail/rail-card";
import { Disclosure } from "@/components/ui/disclosure";
import type { Related } from "@/db/queries/related";
import { DuplicateItem } from "./duplicate-item";
import { LinkForm } from "./link-form";
import { LinkedItem } from "./linked-item";
import { MergeForm } from "./merge-form";
import { OngoingItem } from "./ongoing-item";
import type { RelatedActions } from "./related-cards";

type RelatedCardProps = {
  incidentKey: string;
  related: Related;
  actions: RelatedActions | undefined;
};

const OTHERS = "other-incidents";

/** Which other incidents this one has to do with, and the forms that say so. */
export function RelatedCard({ incidentKey, related, actions }: RelatedCardProps) {
  const { merge, duplicates, links, ongoing, others } = related;
  const isEmpty = duplicates.length + links.length + ongoing.length === 0;
  if (isEmpty && !actions) return null;

  return (
    <RailCard title="Related incidents">
      <div id="related" className="grid scroll-mt-20 gap-3 text-[0.8125rem] leading-5">
        <List label="Duplicates, merged into this one" isEmpty={duplicates.length === 0}>
          {duplicates.map((duplicate) => (
            <DuplicateItem key={duplicate.id} duplicate={duplicate} />
          ))}
        </List>
        <List label="Linked" isEmpty={links.length === 0}>
          {links.map((link) => (
            <LinkedItem
              key={link.id}
              incidentKey={incidentKey}
              link={link}
              unlinkAction={actions?.unlink}
            />
          ))}
        </List>
        <List label="Going on at the time, by the record" isEmpty={ongoing.length === 0}>
          {ongoing.map((each) => (
            <OngoingItem key={each.text} ongoing={each} />
          ))}
        </List>
        {actions && (
          <div>
            <datalist id={OTHERS}>
              {others.map(({ key, title }) => (
                <option key={key} value={key} label={title} />
              ))}
            </datalist>
            <Disclosure summary="Link an incident">
              <LinkForm action={actions.link} incidentKey={incidentKey} others={OTHERS} />
            </Disclosure>
            {!merge && (
              <Disclosure summary="This is a duplicate of…">
                <MergeForm action={actions.merge} incidentKey={incidentKey} others={OTHERS} />
              </Disclosure>
            )}
          </div>
        )}
      </div>
    </RailCard>
  );
}

function List({
  label,
  isEmpty,
  children,
}: {
  label: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  if (isEmpty) return null;
  return (
    <div className="grid gap-1.5">
      <h3 className="text-muted-foreground">{label}</h3>
      <ul aria-label={label} className="grid gap-2.5">
        {children}
      </ul>
    </div>
  );
}

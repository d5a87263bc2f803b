import { Section } from "@/components/incidents/detail/section";
import { Time } from "@/components/time";
import { Disclosure } from "@/components/ui/disclosure";
import type { ChangeOfItem, Item } from "@/db/queries/action-item";
import { changeInWords } from "@/lib/domain/action-item-change";

const SHOWN = 15;

/** What changed in an item, the newest first, back to how it came to be. */
export function ItemHistory({ item }: { item: Item }) {
  const { changes, createdAt, origin } = item;
  const older = changes.slice(SHOWN);
  return (
    <Section id="history" title="History">
      <Changes changes={changes.slice(0, SHOWN)} />
      {older.length > 0 && (
        <Disclosure summary={`${older.length} older`}>
          <Changes changes={older} />
        </Disclosure>
      )}
      <p className="pt-2 text-[0.8125rem] leading-5 text-muted-foreground">
        {origin === "import" ? (
          "Came with the incident’s record."
        ) : (
          <>
            Made in the portal <Time at={createdAt} show="age" />
          </>
        )}
      </p>
    </Section>
  );
}

function Changes({ changes }: { changes: ChangeOfItem[] }) {
  return (
    <ol className="divide-y divide-border text-[0.8125rem] leading-5">
      {changes.map((change) => (
        <li key={change.id} className="py-2 wrap-anywhere first:pt-0">
          <span className="font-semibold">{change.by}</span> {changeInWords(change)}{" "}
          <span className="text-muted-foreground">
            <Time at={change.at} show="age" />
          </span>
          {change.reason && <p className="text-muted-foreground">Reason: {change.reason}</p>}
          {change.field === "description" && change.before && <Before text={change.before} />}
        </li>
      ))}
    </ol>
  );
}

function Before({ text }: { text: string }) {
  return (
    <Disclosure summary="What it said before" className="print:hidden">
      <p className="whitespace-pre-wrap">{text}</p>
    </Disclosure>
  );
}

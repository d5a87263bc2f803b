import { CopyText } from "@/components/postmortems/causes/copy-text";
import { Checkbox } from "@/components/ui/checkbox";
import { readable } from "@/lib/domain/readable";
import type { Offer } from "@/lib/domain/redraft";

type OfferListProps = { section: string; offers: Offer[] };

const GROUPS = [
  { kind: "new", title: "New in the record. Choose what to put in:" },
  { kind: "gone", title: "The record says no longer. Choose what to take out:" },
] as const;

/** Single sentences for a section that somebody wrote in. Nothing is chosen for them. */
export function OfferList({ section, offers }: OfferListProps) {
  return (
    <>
      <p className="text-[0.8125rem] text-muted-foreground">
        This section stays as it is, but for what you choose here.
      </p>
      {GROUPS.map(({ kind, title }) => {
        const those = offers.filter((offer) => offer.kind === kind);
        if (those.length === 0) return null;
        return (
          <fieldset key={kind} className="grid gap-2">
            <legend className="mb-1.5 text-[0.8125rem] font-medium">{title}</legend>
            {those.map((offer) => (
              <OfferRow key={offer.text} section={section} offer={offer} />
            ))}
          </fieldset>
        );
      })}
    </>
  );
}

function OfferRow({ section, offer }: { section: string; offer: Offer }) {
  const { kind, text } = offer;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-3">
      <label className="flex min-w-0 flex-1 basis-64 items-start gap-2 py-1 text-sm pointer-coarse:min-h-11">
        <Checkbox
          name="offers"
          value={JSON.stringify({ section, kind, text })}
          className="mt-0.5"
        />
        <span className="min-w-0 wrap-anywhere whitespace-pre-wrap">
          {kind === "gone" ? <del className="text-danger">{readable(text)}</del> : readable(text)}
        </span>
      </label>
      {kind === "new" && <CopyText text={text} />}
    </div>
  );
}

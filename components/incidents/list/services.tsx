const SHOWN = 2;

/** The services an incident names, two of them by name. */
export function Services({ names }: { names: string[] }) {
  const rest = names.slice(SHOWN);
  return (
    <span className="flex max-w-44 text-[0.8125rem] whitespace-pre text-muted-foreground">
      <span className="truncate">{names.slice(0, SHOWN).join(", ")}</span>
      {rest.length > 0 && (
        <>
          <span aria-hidden title={rest.join(", ")}>
            {` + ${rest.length}`}
          </span>
          <span className="sr-only">{`, ${rest.join(", ")}`}</span>
        </>
      )}
    </span>
  );
}

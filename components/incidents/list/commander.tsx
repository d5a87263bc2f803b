type CommanderProps = {
  name: string | null;
  /** True while someone should be in command. */
  isNeeded: boolean;
};

export function Commander({ name, isNeeded }: CommanderProps) {
  if (!name) {
    return isNeeded ? (
      <span className="text-[0.8125rem] text-warning">No commander</span>
    ) : (
      <span className="text-[0.8125rem] text-muted-foreground">–</span>
    );
  }
  return (
    <span className="flex items-center gap-2 text-[0.8125rem] whitespace-nowrap">
      <span
        aria-hidden
        className="flex size-5.5 shrink-0 items-center justify-center rounded-full bg-secondary text-[0.625rem] font-semibold text-secondary-foreground"
      >
        {initials(name)}
      </span>
      {name}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words.at(0), words.length > 1 ? words.at(-1) : ""]
    .map((word = "") => [...word][0]?.toUpperCase() ?? "")
    .join("");
}

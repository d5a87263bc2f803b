import { initialsOf } from "@/components/initials";

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
        {initialsOf(name)}
      </span>
      {name}
    </span>
  );
}

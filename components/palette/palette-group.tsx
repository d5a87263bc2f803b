import { Command } from "cmdk";
import { shownKeys, type Command as Choice } from "./commands";

export const GROUP =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted-foreground";
export const ITEM =
  "flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-accent data-[selected=true]:outline-2 data-[selected=true]:-outline-offset-2 data-[selected=true]:outline-ring pointer-coarse:min-h-11";

type PaletteGroupProps = {
  title: string;
  commands: Choice[];
  choose: (run: () => void) => void;
};

export function PaletteGroup({ title, commands, choose }: PaletteGroupProps) {
  if (commands.length === 0) return null;
  return (
    <Command.Group heading={title} className={GROUP}>
      {commands.map(({ id, label, keys, run }) => (
        <Command.Item key={id} value={id} onSelect={() => choose(run)} className={ITEM}>
          <span className="min-w-0 flex-1 truncate">{label}</span>
          <span className="flex gap-1">
            {shownKeys(keys).map((key) => (
              <kbd
                key={key}
                className="min-w-6 rounded-sm border border-border bg-muted px-1.5 text-center font-mono text-xs leading-5 text-foreground"
              >
                {key}
              </kbd>
            ))}
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

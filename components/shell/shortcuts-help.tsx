"use client";

import { Keyboard } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { ALWAYS_KEYS, INCIDENT_KEYS, JUMPS, PAGE_KEYS } from "./shortcut-keys";

type ShortcutsHelpProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  enabled: boolean;
  onEnabledChange: (enabled: boolean) => void;
  canDeclare: boolean;
  /** Where the focus goes after the dialog, if not to its button. */
  onCloseAutoFocus: (event: Event) => void;
};

export function ShortcutsHelp(props: ShortcutsHelpProps) {
  const { open, onOpenChange, enabled, onEnabledChange, canDeclare } = props;
  const jumps = Object.entries(JUMPS)
    .filter(([key]) => key !== "c" || canDeclare)
    .map(([keys, { label }]) => [keys, label] as const);

  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          data-command
          className="hidden md:inline-flex noscript:hidden"
        >
          <Keyboard aria-hidden />
          <span className="sr-only">Keyboard shortcuts</span>
        </Button>
      </DialogTrigger>
      <DialogContent onCloseAutoFocus={props.onCloseAutoFocus}>
        <DialogHeader>
          <DialogTitle>Keyboard shortcuts</DialogTitle>
          <DialogDescription>Keys rest while you write in a field.</DialogDescription>
        </DialogHeader>
        <Keys title="Anywhere" keys={[...jumps, ["?", "Show this help"]]} />
        <Keys title="In a list" keys={PAGE_KEYS} />
        <Keys title="On an incident" keys={INCIDENT_KEYS} />
        <Keys title="Always" keys={ALWAYS_KEYS} />
        <label className="flex min-h-9 items-center gap-2.5 border-t border-border pt-3">
          <Checkbox checked={enabled} onChange={(event) => onEnabledChange(event.target.checked)} />
          Use single-letter keys in this browser
        </label>
      </DialogContent>
    </Dialog>
  );
}

type KeysProps = { title: string; keys: readonly (readonly [string, string])[] };

function Keys({ title, keys }: KeysProps) {
  return (
    <section>
      <h3 className="mb-1.5 text-xs font-medium text-muted-foreground">{title}</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5">
        {keys.map(([combination, label]) => (
          <div key={combination} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt>{label}</dt>
            <dd className="flex justify-end gap-1">
              {combination.split(" ").map((key) => (
                <kbd
                  key={key}
                  className="min-w-6 rounded-sm border border-border bg-muted px-1.5 text-center font-mono text-xs leading-5 text-foreground"
                >
                  {key.length === 1 ? key.toUpperCase() : key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

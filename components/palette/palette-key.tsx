"use client";

import { useEffect, useState, type ComponentType } from "react";
import { useFocusBack } from "@/components/shell/use-focus-back";
import { toast } from "@/components/ui/toast";
import type { Place } from "./commands";
import type { PaletteProps } from "./palette";

type PaletteKeyProps = { places: Place[]; canDeclare: boolean };

/** Opens the palette with Ctrl or ⌘ and K, also from a field. Its script is fetched when it is first asked for. */
export function PaletteKey({ places, canDeclare }: PaletteKeyProps) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps>>();
  const [open, setOpen] = useState(false);
  const { remember, giveBack } = useFocusBack();

  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.shiftKey || event.altKey || event.defaultPrevented) return;
      event.preventDefault();
      if (open) return setOpen(false);
      remember();
      import("./palette")
        .then((loaded) => {
          setPalette(() => loaded.Palette);
          setOpen(true);
        })
        .catch(() => toast("Could not open the palette. Try again.", { tone: "danger" }));
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [open, remember]);

  if (!Palette) return null;
  return (
    <Palette
      open={open}
      onOpenChange={setOpen}
      places={places}
      canDeclare={canDeclare}
      onClosed={giveBack}
    />
  );
}

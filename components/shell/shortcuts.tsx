"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ShortcutsHelp } from "./shortcuts-help";
import { belongsToFocus, JUMPS, moveAlongRows, pressControl, selectRow } from "./shortcut-keys";
import { useFocusBack } from "./use-focus-back";
import { useShortcutsSetting } from "./use-shortcuts-setting";

const SEQUENCE_TIME = 1000;

/** The portal's keys, and the dialog that explains them and switches the single letters off. */
export function Shortcuts({ canDeclare }: { canDeclare: boolean }) {
  const router = useRouter();
  const [helpOpen, setHelpOpen] = useState(false);
  const [enabled, setEnabled] = useShortcutsSetting();
  const lastG = useRef(-SEQUENCE_TIME);
  const { remember, giveBack } = useFocusBack();

  useEffect(() => {
    function press(key: string, at: number): boolean {
      const jump = JUMPS[at - lastG.current < SEQUENCE_TIME ? `g ${key}` : key];
      lastG.current = key === "g" ? at : -SEQUENCE_TIME;
      if (jump && (key !== "c" || canDeclare)) router.push(jump.href);
      else if (key === "?") openHelp();
      else if (key === "j" || key === "k") moveAlongRows(key);
      else if (key === "x" && selectRow()) return true;
      else return pressControl(key);
      return true;
    }

    function openHelp() {
      remember();
      setHelpOpen(true);
    }

    function listen(event: KeyboardEvent) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return sendForm(event);
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!enabled || belongsToFocus(event.target)) return;
      if (press(event.key.toLowerCase(), event.timeStamp)) event.preventDefault();
    }

    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [router, canDeclare, enabled, remember]);

  return (
    <ShortcutsHelp
      open={helpOpen}
      onOpenChange={setHelpOpen}
      enabled={enabled}
      onEnabledChange={setEnabled}
      canDeclare={canDeclare}
      onCloseAutoFocus={giveBack}
    />
  );
}

function sendForm(event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
  if (!target.form) return;
  event.preventDefault();
  target.form.requestSubmit();
}

"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** Where toasts appear. They stay for 8 seconds and wait while they are hovered or focused. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      duration={8000}
      closeButton
      toastOptions={{
        classNames: {
          toast: "bg-popover! text-popover-foreground! border-border! font-sans!",
          description: "text-muted-foreground!",
        },
      }}
    />
  );
}

"use client";

import type { ComponentProps } from "react";

type ToggleLinkProps = Omit<ComponentProps<"a">, "onToggle"> & {
  href: string;
  controls: string;
  isOpen: boolean;
  onToggle: () => void;
};

/** Opens and closes a part of the page. Without a script it leads to the page with that part opened. */
export function ToggleLink({ controls, isOpen, onToggle, ...props }: ToggleLinkProps) {
  return (
    <a
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onToggle();
      }}
      {...props}
    />
  );
}

import type { ReactNode } from "react";

type BlockLinkProps = { href: string; title?: string; children: ReactNode };

/** A link from a block to where its row stands in the portal. */
export function BlockLink({ href, title, children }: BlockLinkProps) {
  return (
    <a
      href={href}
      title={title}
      className="touch-target rounded-sm text-link tabular-nums underline underline-offset-2"
    >
      {children}
    </a>
  );
}

import type { ReactNode } from "react";

/** In a preview, why an entry is left out of what the reader sees; nothing for one that they see. */
export type Highlighted = { leftOut?: string };

/** An entry of a list; one that is left out is highlighted, with the reason. */
export function LeftOut({ why, children }: { why: string | undefined; children: ReactNode }) {
  if (why === undefined) return <li>{children}</li>;
  return (
    <li className="rounded-md border border-dashed border-warning bg-warning-surface p-2.5">
      <p className="mb-1 text-[0.8125rem] font-medium text-warning">Left out. {why}</p>
      {children}
    </li>
  );
}

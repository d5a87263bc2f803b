import { useId, type ReactNode } from "react";

type SharedSectionProps = { title: string; id?: string; children: ReactNode };

export function SharedSection({ title, id, children }: SharedSectionProps) {
  const titleId = useId();
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className="rounded-xl border border-border bg-card p-5 shadow-xs sm:p-6"
    >
      <h2 id={titleId} className="mb-4 text-base font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

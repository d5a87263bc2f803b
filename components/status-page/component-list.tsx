import type { PublicComponent } from "@/db/queries/public/status-page";
import { ComponentWord } from "./component-word";

/** The parts of the product, each with how it is. */
export function ComponentList({ components }: { components: PublicComponent[] }) {
  return (
    <ul className="divide-y divide-border rounded-xl border border-border bg-card shadow-xs">
      {components.map(({ id, name, description, status }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-0.5 px-5 py-3 sm:px-6"
        >
          <div className="min-w-0">
            <h3 className="text-sm leading-6 font-medium wrap-anywhere">{name}</h3>
            {description !== undefined && (
              <p className="text-[0.8125rem] text-muted-foreground wrap-anywhere">{description}</p>
            )}
          </div>
          <ComponentWord status={status} className="text-[0.8125rem]" />
        </li>
      ))}
    </ul>
  );
}

import { Bookmark, X } from "lucide-react";
import Link from "next/link";
import type { FormAction } from "@/components/form/use-form";
import type { SavedView } from "@/db/queries/saved-views";
import { cn } from "@/lib/utils";
import { SaveView } from "./save-view";

type SavedViewsProps = {
  views: SavedView[];
  /** The list's own filters, as its address has them. */
  query: string;
  canSave: boolean;
  saveAction: FormAction;
  deleteAction: (form: FormData) => Promise<void>;
};

/** The reader's own views, and the way to keep this one. */
export function SavedViews({ views, query, canSave, saveAction, deleteAction }: SavedViewsProps) {
  const isSaved = views.some((view) => view.query === query);
  if (views.length === 0 && !canSave) return null;

  return (
    <div className="mb-4 flex flex-wrap items-center gap-2 text-[0.8125rem] print:hidden">
      {views.length > 0 && (
        <nav aria-label="Saved views">
          <ul className="flex flex-wrap gap-2">
            {views.map((view) => (
              <li key={view.id} className={CHIP}>
                <Link
                  href={`/incidents${view.query}`}
                  aria-current={view.query === query ? "page" : undefined}
                  data-view
                  className="flex h-7 items-center gap-1.5 rounded-s-md ps-2.5 pe-1 font-medium hover:text-link aria-[current=page]:text-link pointer-coarse:h-11"
                >
                  <Bookmark aria-hidden className="size-3.5" />
                  {view.name}
                </Link>
                <form action={deleteAction}>
                  <input type="hidden" name="id" value={view.id} />
                  <button
                    type="submit"
                    title={`Delete the view ${view.name}`}
                    className="flex size-7 items-center justify-center rounded-e-md text-muted-foreground hover:bg-accent hover:text-foreground pointer-coarse:size-11"
                  >
                    <X aria-hidden className="size-3.5" />
                    <span className="sr-only">Delete the view {view.name}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {canSave && !isSaved && <SaveView query={query} saveAction={saveAction} />}
    </div>
  );
}

const CHIP = cn(
  "flex items-center rounded-md border border-border bg-card",
  "has-[a[aria-current]]:border-ring has-[a[aria-current]]:bg-info-surface",
);

import { nameOf } from "./marks";
import type { Walk } from "./use-walk";

/** The mark under the focus or the pointer, in words. Listeners hear the same from the mark itself. */
export function MarkCaption({ walk: { shown: mark, pointed } }: { walk: Walk }) {
  return (
    <p
      data-caption
      className="mt-2 min-h-14 rounded-md bg-muted px-2.5 py-2 text-[0.8125rem] leading-5 wrap-anywhere sm:min-h-9 noscript:hidden print:hidden"
    >
      {mark ? (
        <>
          {nameOf(mark)}{" "}
          {pointed === mark.id && (
            <a
              href={mark.href}
              className="hidden text-link underline underline-offset-4 pointer-coarse:inline"
            >
              Go there
            </a>
          )}
        </>
      ) : (
        <span className="text-muted-foreground">
          <span className="hidden pointer-coarse:inline">Touch a mark to read it.</span>
          <span className="pointer-coarse:hidden">
            Point at a mark to read it, or tab to the drawing: <kbd>←</kbd> <kbd>→</kbd> move in
            time, <kbd>↑</kbd> <kbd>↓</kbd> between lanes, <kbd>Enter</kbd> goes to the entry,{" "}
            <kbd>Esc</kbd> leaves.
          </span>
        </span>
      )}
    </p>
  );
}

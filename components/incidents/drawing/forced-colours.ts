/** Shapes in the reader's own colours, where those are forced; what only sets shapes apart stays as it is. */
export const IN_FORCED_COLOURS =
  "forced-colors:[&_path:not(.fill-none)]:fill-[CanvasText] forced-colors:[&_.fill-none:not(.stroke-card)]:stroke-[CanvasText]";

/** Shapes in the reader's own colours, where those are forced. */
export const IN_FORCED_COLOURS =
  "forced-colors:[&_:is(rect,circle)]:fill-[CanvasText] forced-colors:[&_rect]:stroke-[Canvas] forced-colors:[&_line]:stroke-[CanvasText] forced-colors:[&_text]:fill-[CanvasText]";

/** The columns of every row: the time, the line with what happened on it, and the words. */
export const ROW_GRID =
  "grid grid-cols-[4.5rem_1.75rem_1fr] max-sm:grid-cols-[3rem_1.75rem_1fr] rounded-md";

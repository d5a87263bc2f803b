/** What an automatic update or one that nobody wrote a text for says. Times come as people read them. */
export const WORK_TEXTS = {
  started: "The scheduled maintenance is in progress. We will post updates as necessary.",
  verifying: "The work is done. We are checking that everything is as it should be.",
  completed: "The scheduled maintenance has been completed.",
  cancelled: "The scheduled maintenance has been cancelled. It will not take place.",
} as const;

/** What tells that the window is another one now. */
export const rescheduledText = (from: string, until: string): string =>
  `This maintenance has been rescheduled. It now begins on ${from} and ends on ${until}.`;

/** Where the hub writes for one page. */
export type Line = {
  /** False when the page does not read what it is sent. */
  write: (text: string) => boolean;
  /** Ends it after what was written. */
  close: () => void;
  /** Ends it at once and forgets what was not read. */
  drop: () => void;
};

/** What may wait for one page, beside what the system holds for its connection. */
const USUAL_WAITING = 128 * 1024;

/** The body of a stream: `open` gets its line, and gives what is to be done when the page is gone. */
export function lineStream(
  open: (line: Line) => () => void,
  mostWaiting = USUAL_WAITING,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave: () => void = () => undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        leave = open({
          write(text) {
            controller.enqueue(encoder.encode(text));
            return (controller.desiredSize ?? 0) > 0;
          },
          close: () => controller.close(),
          drop: () => controller.error(new DOMException("The reader is too slow.", "AbortError")),
        });
      },
      cancel: () => leave(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  );
}

import type { TextEvent } from "@/lib/domain/live-text";

/** The events of a stream, as they come. A connection that breaks off throws. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<TextEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let waiting = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (waiting + decoder.decode(value, { stream: true })).split("\n\n");
    waiting = blocks.pop() ?? "";
    yield* eventsIn(blocks);
  }
}

function eventsIn(blocks: string[]): TextEvent[] {
  return blocks.flatMap((block) => {
    const type = /^event: (.*)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (type === undefined || data === undefined) return [];
    const event: TextEvent = JSON.parse(`{"type":${JSON.stringify(type)},"data":${data}}`);
    return [event];
  });
}

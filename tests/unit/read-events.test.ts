import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { base64Url, bytesOf } from "@/components/postmortems/live/bytes";
import { readEvents } from "@/components/postmortems/live/read-events";
import type { TextEvent } from "@/lib/domain/live-text";

const stream = (parts: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });

describe("readEvents", () => {
  test("gives each event once it is whole, however it comes in pieces", async () => {
    const text = [
      'event: gone\ndata: {"reason":"Ärger\\n"}\n\n',
      ": a remark\n\n",
      "event: beat\ndata: {}\n\n",
      'event: update\ndata: {"update":"AAA=',
    ].join("");
    const bytes = new TextEncoder().encode(text);
    const cuts = fc.uniqueArray(fc.nat({ max: bytes.length }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const ends = [0, ...places.toSorted((a, b) => a - b), bytes.length];
        const parts = ends.slice(1).map((end, index) => bytes.slice(ends[index], end));
        const heard: TextEvent[] = [];
        for await (const event of readEvents(stream(parts))) heard.push(event);
        expect(heard).toEqual([
          { type: "gone", data: { reason: "Ärger\n" } },
          { type: "beat", data: {} },
        ]);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

describe("bytes", () => {
  test("go into an address and come out of base64", () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7) % 256);
    expect(new Uint8Array(Buffer.from(base64Url(bytes), "base64url"))).toEqual(bytes);
    expect(bytesOf(Buffer.from(bytes).toString("base64"))).toEqual(bytes);
  });
});

import type { ChangeNotice } from "@/lib/domain/live";

/** What each event of the stream carries. */
export type StreamData = {
  hello: { build: string; start: string; spread: number };
  change: ChangeNotice;
  presence: string[];
  beat: { spread: number };
  reset: unknown;
  "signed-out": unknown;
  bye: unknown;
};

export type StreamEvent = {
  [Type in keyof StreamData]: { type: Type; data: StreamData[Type]; id: number | undefined };
}[keyof StreamData];

/** Listens to everything that the portal's stream says. `id` is the change up to which it has told. */
export function listenTo(stream: EventSource, hear: (event: StreamEvent) => void): void {
  function on<Type extends keyof StreamData>(
    type: Type,
    made: (data: StreamData[Type], id: number | undefined) => StreamEvent,
  ) {
    stream.addEventListener(type, (message: MessageEvent<string>) => {
      const data: StreamData[Type] = JSON.parse(message.data);
      hear(made(data, message.lastEventId === "" ? undefined : Number(message.lastEventId)));
    });
  }
  on("hello", (data, id) => ({ type: "hello", data, id }));
  on("change", (data, id) => ({ type: "change", data, id }));
  on("presence", (data, id) => ({ type: "presence", data, id }));
  on("beat", (data, id) => ({ type: "beat", data, id }));
  on("reset", (data, id) => ({ type: "reset", data, id }));
  on("signed-out", (data, id) => ({ type: "signed-out", data, id }));
  on("bye", (data, id) => ({ type: "bye", data, id }));
}

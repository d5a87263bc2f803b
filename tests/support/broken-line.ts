import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** What becomes of a connection, by its number: dropped at once, or after the whole message was handed over. */
export type Fate = "kept" | "dropped" | "dropped at its end";

/** A line to a server on this machine that breaks as a test wants. */
export async function startBrokenLine(target: number, fateOf: (number: number) => Fate) {
  let count = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    count += 1;
    const fate = fateOf(count);
    const upstream = connect(target, "127.0.0.1");
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => open.delete(socket));
    }
    const drop = () => client.destroy();
    if (fate === "dropped") client.once("data", drop);
    let isOver = false;
    client.on("data", (bytes: Buffer) => {
      isOver ||= bytes.includes("\r\n.\r\n");
      upstream.write(bytes);
    });
    upstream.on("data", (bytes: Buffer) => {
      if (isOver && fate === "dropped at its end") drop();
      else client.write(bytes);
    });
    client.on("close", () => upstream.end());
    upstream.on("close", () => client.end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    stop: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

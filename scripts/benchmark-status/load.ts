// Asks one address again and again over connections that stay open, each as soon as it has its answer, in a process
// of its own: node --import tsx load.ts '{"port":…,"path":…,"encoding":…,"connections":…,"seconds":…}'
import { connect } from "node:net";

export type Load = {
  port: number;
  path: string;
  encoding: string;
  connections: number;
  seconds: number;
};
export type Loaded = { requests: number; p50: number; p99: number; worst: number; bytes: number };

const load: Load = JSON.parse(process.argv[2] ?? "{}");
const request = Buffer.from(
  `GET ${load.path} HTTP/1.1\r\nHost: 127.0.0.1:${load.port}\r\nAccept: */*\r\nAccept-Encoding: ${load.encoding}\r\n\r\n`,
);
const times: number[] = [];
let bytes = 0;
let ends = Infinity;

/** How long the answer is that begins with these bytes, once its headers are all there. */
function lengthOf(begun: Buffer): number | undefined {
  const blank = begun.indexOf("\r\n\r\n");
  if (blank === -1) return undefined;
  const head = begun.toString("latin1", 0, blank);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const encoding = /\r\ncontent-encoding: *(\w+)/i.exec(head)?.[1] ?? "identity";
  if (!head.startsWith("HTTP/1.1 200") || length === undefined || encoding !== load.encoding) {
    throw new Error(`An answer is not as it should be:\n${head}`);
  }
  return blank + 4 + Number(length);
}

const ask = () =>
  new Promise<void>((resolve, reject) => {
    const socket = connect(load.port, "127.0.0.1");
    let began = 0;
    let head: Buffer | undefined;
    let total: number | undefined;
    let got = 0;
    const next = () => {
      head = total = undefined;
      got = 0;
      began = performance.now();
      socket.write(request);
    };
    socket.setNoDelay(true).on("connect", next).on("error", reject);
    socket.on("close", () => reject(new Error("A connection was closed.")));
    socket.on("data", (chunk) => {
      got += chunk.length;
      if (total === undefined) {
        head = head ? Buffer.concat([head, chunk]) : chunk;
        total = lengthOf(head);
      }
      if (got !== total) return;
      const now = performance.now();
      times.push(now - began);
      bytes = got;
      if (now < ends) return next();
      socket.removeAllListeners("close").end();
      resolve();
    });
  });

const all = Array.from({ length: load.connections }, ask);
ends = performance.now() + load.seconds * 1000;
await Promise.all(all);
const sorted = Float64Array.from(times).sort();
const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
const loaded: Loaded = {
  requests: sorted.length,
  p50: at(0.5),
  p99: at(0.99),
  worst: at(1),
  bytes,
};
process.stdout.write(JSON.stringify(loaded));
